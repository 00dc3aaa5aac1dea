import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Page } from '../design/Page';
import { Empty, Failure, Loading } from '../design/States';
import { card } from '../models/versions';
import { useProject } from '../projects/ProjectFrame';
import { ListeningDesk } from './ListeningDesk';

/** The microphone, heard by the project's live model. */
export function Component() {
  const { name, live } = useProject();
  const { data, error, refetch } = useQuery({ ...card(name, live?.number ?? 0), enabled: live !== undefined });
  const lead = live
    ? `Speak, and see what version ${live.number} makes of it, window by window.`
    : 'Speak, and see what a model makes of it.';
  return (
    <Page title="Listen" lead={lead}>
      {!live && (
        <Empty
          title="No model to listen with"
          action={
            <Button component={Link} to={`/projects/${name}/train`}>
              Train one
            </Button>
          }
        >
          A project listens once one of its versions is live.
        </Empty>
      )}
      {live && data && <ListeningDesk key={live.number} project={name} card={data} />}
      {live && !data && (error ? <Failure error={error} retry={() => void refetch()} /> : <Loading />)}
    </Page>
  );
}
