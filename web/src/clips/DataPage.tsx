import { useQuery } from '@tanstack/react-query';
import { Page } from '../design/Page';
import { Failure, Loading } from '../design/States';
import { useProject } from '../projects/ProjectFrame';
import { DataDesk } from './DataDesk';
import { dataset } from './clips';

/** A project's recordings: brought, heard, seen, put right. */
export function Component() {
  const { name } = useProject();
  const { data, error, refetch } = useQuery(dataset(name));
  return (
    <Page title="Data" lead="The recordings this project learns from and is judged by. A model is as good as they are.">
      {data ? (
        <DataDesk project={name} dataset={data} />
      ) : error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
