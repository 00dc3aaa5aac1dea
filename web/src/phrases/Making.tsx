import { Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { CheckIcon } from '../design/icons';
import { Sheet } from '../design/Page';
import type { Followed, JobState } from '../jobs/follow';
import classes from './Phrase.module.css';
import { stageNow, STAGES } from './stages';

type MakingProps = { followed: Followed; state: JobState; job: string | undefined };

const TITLES: Record<JobState, string> = {
  queued: 'Waiting for a worker',
  running: 'Being made',
  succeeded: 'Made',
  failed: 'It could not be made',
  cancelled: 'Cancelled',
};

/** Synthesis, hearing, learning and measuring, as they happen. */
export function Making({ followed, state, job }: MakingProps) {
  const now = stageNow(followed.progress);
  const failure = useFailure(job, state);
  return (
    <Sheet title={TITLES[state]}>
      {followed.lost && (
        <p className={classes['remark']}>The server cannot be reached; this page follows on by itself.</p>
      )}
      {failure && (
        <p className={classes['failure']} role="alert">
          {failure.reason} <code>{failure.code}</code>
        </p>
      )}
      <ol className={classes['stages']}>
        {STAGES.map(({ name, title, words }, i) => {
          const place = i < now.index ? 'done' : i === now.index ? 'now' : 'later';
          return (
            <li key={name} data-place={place} aria-current={place === 'now' ? 'step' : undefined}>
              <span className={classes['bullet']}>{place === 'done' ? <CheckIcon size={14} /> : i + 1}</span>
              <div>
                <strong>{title}</strong>
                <p className={classes['hint']}>
                  {place === 'now' && now.what ? `${now.what}: ${now.done} of ${now.of}` : words}
                </p>
                {place === 'now' && state === 'running' && (
                  <Progress
                    value={now.of ? (100 * now.done) / now.of : 100}
                    animated={!now.of}
                    aria-label={title}
                    mt="xs"
                  />
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {followed.log.length > 0 && (
        <ul className={classes['log']} aria-label="What was said of it" aria-live="polite">
          {followed.log.map((line, i) => (
            <li key={i}>{line}</li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function useFailure(job: string | undefined, state: JobState) {
  const { data } = useQuery({
    queryKey: ['jobs', job, 'failure'],
    queryFn: () => answer(api.GET('/api/v1/jobs/{id}', { params: { path: { id: job ?? '' } } })),
    enabled: job !== undefined && state === 'failed',
  });
  return data?.failure;
}
