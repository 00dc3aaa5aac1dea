import { useEffect, useState } from 'react';
import type { Schemas } from '../api/client';

export type JobState = Schemas['Job']['state'];

/** What a job has told so far, and whether its server can be heard at the moment. */
export type Followed = {
  state: JobState | undefined;
  progress: readonly unknown[];
  log: readonly string[];
  lost: boolean;
};

const NOTHING: Followed = { state: undefined, progress: [], log: [], lost: false };

/** More lines than this are not kept. */
const MOST = 2_000;

/** Follows a job's events. The browser comes back by itself after a lost connection, and misses nothing. */
export function useJob(id: string | undefined, onEnd: (state: JobState) => void): Followed {
  const [followed, setFollowed] = useState<{ id: string | undefined } & Followed>({ id, ...NOTHING });
  useEffect(() => {
    if (id === undefined) {
      return undefined;
    }
    const source = new EventSource(`/api/v1/jobs/${id}/events`);
    const tell = (change: (before: Followed) => Partial<Followed>) =>
      setFollowed((before) => {
        const mine = before.id === id ? before : { id, ...NOTHING };
        return { ...mine, lost: false, ...change(mine) };
      });
    source.addEventListener('state', ({ data }: MessageEvent<JobState>) => {
      tell(() => ({ state: data }));
      if (isOver(data)) {
        source.close();
        onEnd(data);
      }
    });
    source.addEventListener('progress', ({ data }: MessageEvent<string>) =>
      tell(({ progress }) => ({ progress: [...progress.slice(-MOST), JSON.parse(data) as unknown] })),
    );
    source.addEventListener('log', ({ data }: MessageEvent<string>) =>
      tell(({ log }) => ({ log: [...log.slice(-MOST), data] })),
    );
    source.onerror = () => tell(() => ({ lost: true }));
    return () => source.close();
  }, [id, onEnd]);
  return followed.id === id ? followed : NOTHING;
}

export function isOver(state: JobState): boolean {
  return state === 'succeeded' || state === 'failed' || state === 'cancelled';
}
