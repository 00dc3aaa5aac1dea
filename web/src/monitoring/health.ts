import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';

const EVERY_MILLIS = 10_000;

const health = queryOptions({
  queryKey: ['health'],
  queryFn: () => answer(api.GET('/health')),
  refetchInterval: (query) => (query.state.status === 'error' ? EVERY_MILLIS / 4 : EVERY_MILLIS),
  retry: false,
});

/** How the server is, asked again and again. */
export function useHealth() {
  return useQuery(health);
}
