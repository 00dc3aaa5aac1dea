import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Page, Sheet } from '../design/Page';
import { Empty, Failure, Loading } from '../design/States';
import { useProject } from '../projects/ProjectFrame';
import { Compare } from './Compare';
import { JobList } from './JobList';
import { JobNow } from './JobNow';
import { isOver, jobs, jobsKey, recipes } from './jobs';
import { NewTraining } from './NewTraining';
import { runsKey } from './runs';

/** Where a project's models are made: asked for, watched, compared. */
export function Component() {
  const project = useProject();
  const { name } = project;
  const client = useQueryClient();
  const all = useQuery(jobs(name));
  const offers = useQuery(recipes);
  const [chosen, choose] = useState<string>();
  const onOver = useCallback(() => {
    void client.invalidateQueries({ queryKey: jobsKey(name) });
    void client.invalidateQueries({ queryKey: runsKey(name) });
    void client.invalidateQueries({ queryKey: ['projects', name], exact: true });
  }, [client, name]);
  const offer = offers.data?.find((each) => each.name === project.recipe);
  const shown = all.data?.find(({ id }) => id === chosen) ?? all.data?.find((job) => !isOver(job)) ?? all.data?.at(0);
  const error = all.error ?? offers.error;
  return (
    <Page
      title="Train"
      lead="Each training makes a version of the model and judges it on recordings it never learned from."
    >
      {offer && (
        <NewTraining
          project={project}
          offer={offer}
          onStarted={(id) => {
            choose(id);
            void client.invalidateQueries({ queryKey: jobsKey(name) });
          }}
        />
      )}
      {shown && <JobNow key={shown.id} job={shown} project={name} onOver={onOver} />}
      {all.data && all.data.length > 1 && <JobList jobs={all.data} shown={shown?.id} onShow={choose} />}
      <Compare project={name} />
      {all.data?.length === 0 && (
        <Sheet>
          <Empty title="Nothing was trained yet">
            Bring recordings of two labels or more on the page Data, then train.
          </Empty>
        </Sheet>
      )}
      {!all.data &&
        (error ? (
          <Failure
            error={error}
            retry={() => {
              void all.refetch();
              void offers.refetch();
            }}
          />
        ) : (
          <Loading />
        ))}
    </Page>
  );
}
