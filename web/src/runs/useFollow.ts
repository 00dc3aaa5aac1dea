import { useEffect, useReducer } from 'react';
import { after, BEGINNING, type JobEvent } from './course';

const KINDS = ['state', 'progress', 'log'] as const;

/** Follows a job by Server-Sent Events, from its beginning; a lost connection is taken up where it broke. */
export function useFollow(id: string, onOver: () => void) {
  const [course, tell] = useReducer(after, BEGINNING);
  const over = course.state === 'succeeded' || course.state === 'failed' || course.state === 'cancelled';
  useEffect(() => {
    const source = new EventSource(`/api/v1/jobs/${encodeURIComponent(id)}/events`);
    for (const kind of KINDS) {
      source.addEventListener(kind, (event: MessageEvent<string>) => {
        tell({ kind, number: Number(event.lastEventId), body: event.data } satisfies JobEvent);
        // The server closes the stream with the job; without this the browser would ask for it again and again.
        if (kind === 'state' && ['succeeded', 'failed', 'cancelled'].includes(event.data)) {
          source.close();
        }
      });
    }
    return () => source.close();
  }, [id]);
  useEffect(() => {
    if (over) {
      onOver();
    }
  }, [over, onOver]);
  return course;
}
