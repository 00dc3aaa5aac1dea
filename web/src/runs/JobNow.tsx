import { Button, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ofProblem } from '../api/explain';
import { seconds } from '../clips/seconds';
import { Chart } from '../design/Chart';
import { Sheet } from '../design/Page';
import { FailureLine } from '../design/States';
import { when } from '../design/when';
import { percent } from '../models/metrics';
import { lines, share, type Course } from './course';
import { cancel, isOver, type Job } from './jobs';
import { KINDS, StateBadge } from './StateBadge';
import classes from './Train.module.css';
import { useFollow } from './useFollow';

type JobNowProps = { job: Job; project: string; onOver: () => void };

/** A job as it happens: how far it is, its curves, its words; and what came out. */
export function JobNow({ job, project, onOver }: JobNowProps) {
  const course = useFollow(job.id, onOver);
  const now = { ...job, state: course.state ?? job.state };
  const stop = useMutation({ mutationFn: () => cancel(job.id) });
  return (
    <Sheet
      title={`${KINDS[job.kind]} of ${when(job.created_at)}`}
      aside={
        <div className={classes['actions']}>
          <StateBadge state={now.state} />
          {!isOver(now) && (
            <Button
              variant="default"
              size="sm"
              loading={stop.isPending}
              disabled={job.cancel_wanted || stop.isSuccess}
              onClick={() => stop.mutate()}
            >
              {job.cancel_wanted || stop.isSuccess ? 'Ending' : 'Cancel'}
            </Button>
          )}
        </div>
      }
    >
      <Outcome job={now} project={project} />
      {!isOver(now) && <HowFar course={course} state={now.state} />}
      <Curves course={course} />
      <Words course={course} />
      {stop.error && <FailureLine error={stop.error} />}
    </Sheet>
  );
}

function HowFar({ course: { last, epochs }, state }: { course: Course; state: Job['state'] }) {
  const done = last && share(last);
  const words =
    state === 'queued'
      ? 'It waits for a worker.'
      : last?.epoch !== undefined
        ? `Epoch ${last.epoch} of ${last.epochs ?? '?'}`
        : last
          ? [last.stage, last.what, last.of !== undefined && `${last.done} of ${last.of}`].filter(Boolean).join(' · ')
          : 'The recordings are prepared.';
  return (
    <div className={classes['howFar']} role="status">
      <p>
        <strong>{words}</strong>
        {epochs.length > 0 &&
          last?.left_seconds !== undefined &&
          `, ${last.left_seconds < 10 ? 'a few seconds' : `about ${seconds(last.left_seconds)}`} left`}
      </p>
      <Progress value={100 * (done ?? 0)} animated={done === undefined} aria-label="Done" />
    </div>
  );
}

function Curves({ course: { epochs } }: { course: Course }) {
  const x = epochs.map(({ epoch }) => epoch ?? 0);
  const losses = lines(epochs, { training_loss: 'Loss, learned from', validation_loss: 'Loss, set aside' });
  const right = lines(epochs, { validation_accuracy: 'Right, set aside' });
  if (epochs.length === 0) {
    return null;
  }
  return (
    <div className={classes['curves']}>
      {losses.length > 0 && <Chart label="Loss by epoch" x={x} lines={losses} range={[0, null]} />}
      {right.length > 0 && (
        <Chart
          label="Share right of the recordings set aside, by epoch"
          x={x}
          lines={right}
          range={[null, 1]}
          tell={(value) => percent(value, 0)}
        />
      )}
    </div>
  );
}

function Words({ course: { said } }: { course: Course }) {
  return said.length === 0 ? null : (
    <details className={classes['words']} open={said.length < 8}>
      <summary>
        {said.length} {said.length === 1 ? 'line' : 'lines'} of its log
      </summary>
      <ol>
        {said.map(({ number, text }) => (
          <li key={number}>{text}</li>
        ))}
      </ol>
    </details>
  );
}

function Outcome({ job: { state, failure, result }, project }: { job: Job; project: string }) {
  if (state === 'failed' && failure) {
    const { title, detail, code } = ofProblem({
      type: 'about:blank',
      title: 'It failed',
      status: 500,
      detail: failure.reason,
      code: failure.code,
      instance: '',
    });
    return (
      <p className={classes['failed']}>
        <strong>{title}.</strong> {detail} <code>{code}</code>
      </p>
    );
  }
  if (state === 'cancelled') {
    return <p className={classes['quiet']}>It was ended before it was done. No version was made.</p>;
  }
  if (state !== 'succeeded' || result?.version === undefined) {
    return null;
  }
  const { version, promoted, comparison } = result;
  return (
    <p className={classes['outcome']}>
      <strong>
        Version {version} {promoted === undefined ? 'was judged' : promoted ? 'answers now' : 'waits to be promoted'}.
      </strong>{' '}
      {comparison?.fixed !== undefined &&
        `Beside version ${comparison.live_version}, on ${comparison.n} recordings: ${comparison.fixed} fixed, ${comparison.broken} broken. `}
      <Link to={`/projects/${project}/models?version=${version}`}>See it among the models</Link>
    </p>
  );
}
