import type { Line } from '../design/Chart';
import type { Job, JobProgress } from './jobs';

/** A line a job said, or that it changed its state. */
export type Said = { number: number; text: string };

/** What is known of a job that is followed: its epochs, its last figures, what it said, and its state. */
export type Course = { epochs: JobProgress[]; last?: JobProgress; said: Said[]; state?: Job['state'] };

export const BEGINNING: Course = { epochs: [], said: [] };

export type JobEvent = { kind: 'state' | 'progress' | 'log'; number: number; body: string };

/** The course after an event. An epoch that is told twice, as after a crash, counts once. */
export function after(course: Course, { kind, number, body }: JobEvent): Course {
  switch (kind) {
    case 'state':
      return { ...course, state: body as Job['state'] };
    case 'log':
      return { ...course, said: [...course.said, { number, text: body }] };
    case 'progress': {
      const last = JSON.parse(body) as JobProgress;
      const { epoch } = last;
      return epoch === undefined
        ? { ...course, last }
        : { ...course, last, epochs: [...course.epochs.filter((each) => (each.epoch ?? 0) < epoch), last] };
    }
  }
}

/** The lines of some measures over the epochs. */
export function lines(epochs: readonly JobProgress[], measures: Record<string, string>): Line[] {
  return Object.entries(measures)
    .map(([key, name]) => ({
      name,
      values: epochs.map((epoch) => (typeof epoch[key] === 'number' ? epoch[key] : undefined)),
    }))
    .filter(({ values }) => values.some((value) => value !== undefined));
}

/** How much is done, 0 to 1; undefined where nobody knows. */
export function share({ epoch, epochs, done, of }: JobProgress): number | undefined {
  if (epoch !== undefined && epochs) {
    return epoch / epochs;
  }
  return done !== undefined && of ? done / of : undefined;
}
