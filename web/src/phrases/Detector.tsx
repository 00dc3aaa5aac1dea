import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answer, api } from '../api/client';
import { Sheet } from '../design/Page';
import { FailureLine, Loading } from '../design/States';
import { isOver, useJob } from '../jobs/follow';
import { card } from '../models/versions';
import { ListeningDesk } from '../streams/ListeningDesk';
import { Making } from './Making';
import { Order } from './Order';
import classes from './Phrase.module.css';
import { phrases, type Phrase } from './phrases';
import { Reached } from './Reached';
import { TakeAlong } from './TakeAlong';
import { YourVoice } from './YourVoice';

/** A phrase that was asked for: watched while it is made, tried and taken along when it is there. */
export function Detector({ phrase }: { phrase: Phrase }) {
  const client = useQueryClient();
  const refresh = useCallback(() => void client.invalidateQueries(phrases), [client]);
  const followed = useJob(phrase.job, refresh);
  const { data } = useQuery({ ...card(phrase.project, phrase.live ?? 0), enabled: phrase.live !== undefined });
  const state = followed.state ?? phrase.state;
  const cancel = useMutation({
    mutationFn: (id: string) => answer(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } })),
  });
  const { job } = phrase;
  return (
    <>
      {state !== undefined && state !== 'succeeded' && (
        <>
          <Making followed={followed} state={state} job={job} />
          {!isOver(state) && job !== undefined && (
            <p className={classes['cancel']}>
              You may close this page; it goes on.{' '}
              <Button variant="subtle" size="compact-sm" loading={cancel.isPending} onClick={() => cancel.mutate(job)}>
                Cancel
              </Button>
            </p>
          )}
          {cancel.isError && <FailureLine error={cancel.error} />}
        </>
      )}
      {(state === undefined || state === 'failed' || state === 'cancelled') && <Order phrase={phrase.phrase} />}
      {phrase.live !== undefined && !data && <Loading />}
      {phrase.live !== undefined && data && (
        <>
          <Sheet title={`Version ${phrase.live} listens`}>
            <Reached card={data} />
          </Sheet>
          <h2 className={classes['section']}>Try it: say “{phrase.phrase}”</h2>
          <ListeningDesk key={phrase.live} project={phrase.project} card={data} />
          <div className={classes['after']}>
            <TakeAlong project={phrase.project} version={phrase.live} card={data} />
            <YourVoice phrase={phrase} />
          </div>
        </>
      )}
    </>
  );
}
