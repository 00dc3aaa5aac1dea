import { QueryClient } from '@tanstack/react-query';
import { Refused } from './failures';

/** Tries again where that may help: not where the server said no. */
function retry(failures: number, error: Error): boolean {
  const final = error instanceof Refused && error.problem.status < 500;
  return !final && failures < 2;
}

/** Remembers answers; one for the page. */
export function queries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The server is usually this very machine: whether there is an internet says nothing.
      queries: { retry, retryDelay: 600, staleTime: 5_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}
