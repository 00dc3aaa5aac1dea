import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';

export type Project = Schemas['Project'];
export type Version = Schemas['Version'];

/** All projects. */
export const projects = queryOptions({
  queryKey: ['projects'],
  queryFn: async () => (await answer(api.GET('/api/v1/projects'))).projects,
});

/** One project with all its versions. */
export const project = (name: string) =>
  queryOptions({
    queryKey: ['projects', name],
    queryFn: () => answer(api.GET('/api/v1/projects/{project}', { params: { path: { project: name } } })),
  });
