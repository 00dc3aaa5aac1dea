import type { Job } from './jobs';
import type { Run } from './runs';
import classes from './Train.module.css';

/** What jobs are for. */
export const KINDS: Record<Job['kind'], string> = {
  train: 'Training',
  retrain: 'Retraining',
  evaluate: 'Judgement',
  synthesize: 'Synthesis',
  import: 'Import',
};

const STATES: Record<Job['state'] | Run['state'], string> = {
  queued: 'waits',
  running: 'under way',
  succeeded: 'done',
  finished: 'done',
  failed: 'failed',
  cancelled: 'ended',
  stopped: 'ended',
};

/** How a job or a run stands, in a word. */
export function StateBadge({ state }: { state: Job['state'] | Run['state'] }) {
  return (
    <span className={classes['badge']} data-state={state}>
      {STATES[state]}
    </span>
  );
}
