import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ClipFilter } from './ClipFilter';
import { clipPage, PAGE_CLIPS, type Clip } from './clips';

type Reach = { filter: string; first: number; last: number };

/** The clips that pass, of which only those in sight are fetched, a page at a time. */
export function useClips(project: string, filter: ClipFilter) {
  const key = JSON.stringify(filter);
  const [reach, setReach] = useState<Reach>({ filter: key, first: 0, last: 0 });
  // Another filter begins at its top.
  const { first, last } = reach.filter === key ? reach : { first: 0, last: 0 };
  const pages = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  // The first page tells how many there are, wherever one has scrolled.
  const top = useQuery({ ...clipPage(project, filter, 0), placeholderData: keepPreviousData });
  const answers = useQueries({ queries: pages.map((page) => clipPage(project, filter, page)) });

  const at = (index: number): Clip | undefined => {
    const answer = answers.at(Math.floor(index / PAGE_CLIPS) - first);
    return index >= first * PAGE_CLIPS ? answer?.data?.clips[index % PAGE_CLIPS] : undefined;
  };
  const see = useCallback(
    (from: number, to: number) => {
      const seen = { filter: key, first: Math.floor(from / PAGE_CLIPS), last: Math.floor(to / PAGE_CLIPS) };
      setReach((now) =>
        now.filter === seen.filter && now.first === seen.first && now.last === seen.last ? now : seen,
      );
    },
    [key],
  );
  const failed = [top, ...answers].find(({ error }) => error);
  return {
    at,
    see,
    total: top.data?.total,
    error: failed?.error ?? undefined,
    retry: () => [top, ...answers].forEach((answer) => void answer.refetch()),
  };
}
