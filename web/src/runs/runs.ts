import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import type { Metrics } from '../models/metrics';

/** A run, with the object that the API's description has as any text. */
export type Run = Omit<Schemas['Run'], 'metrics'> & { metrics?: Metrics };
export type RunWithCourse = Omit<Schemas['RunWithCourse'], 'run' | 'course'> & {
  run: Run;
  course: Partial<Schemas['RunWithCourse']['course']>;
};

export const runsKey = (project: string) => ['projects', project, 'runs'] as const;

/** A project's trainings, newest first. */
export const runs = (project: string) =>
  queryOptions({
    queryKey: runsKey(project),
    queryFn: async () =>
      (await answer(api.GET('/api/v1/runs', { params: { query: { project, limit: 200 } } }))) as unknown as Run[],
  });

export const run = (id: string) =>
  queryOptions({
    queryKey: ['runs', id],
    queryFn: async () =>
      (await answer(api.GET('/api/v1/runs/{id}', { params: { path: { id } } }))) as unknown as RunWithCourse,
    staleTime: 30_000,
  });
