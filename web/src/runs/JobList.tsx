import { UnstyledButton } from '@mantine/core';
import { seconds } from '../clips/seconds';
import { Sheet } from '../design/Page';
import { when } from '../design/when';
import type { Job } from './jobs';
import { KINDS, StateBadge } from './StateBadge';
import classes from './Train.module.css';

type JobListProps = { jobs: Job[]; shown: string | undefined; onShow: (id: string) => void };

/** All work that was asked for, newest first. */
export function JobList({ jobs, shown, onShow }: JobListProps) {
  return (
    <Sheet title="Jobs">
      <ul className={classes['list']}>
        {jobs.map((job) => (
          <li key={job.id}>
            <UnstyledButton onClick={() => onShow(job.id)} aria-pressed={job.id === shown}>
              <strong>{KINDS[job.kind]}</strong>
              <span>{when(job.created_at)}</span>
              <span>{took(job)}</span>
              <span>{job.result?.version === undefined ? '' : `version ${job.result.version}`}</span>
              <StateBadge state={job.state} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function took({ started_at: begun, ended_at: ended }: Job): string {
  return begun && ended ? seconds((Date.parse(ended) - Date.parse(begun)) / 1000) : '';
}
