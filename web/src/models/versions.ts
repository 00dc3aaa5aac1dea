import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';

/** What a version says of itself. */
export type Card = Schemas['Card'];
export type OperatingPoint = Schemas['OperatingPoint'];

export const card = (project: string, number: number) =>
  queryOptions({
    queryKey: ['projects', project, 'versions', number, 'card'],
    queryFn: () =>
      answer(api.GET('/api/v1/projects/{project}/versions/{number}/card', { params: { path: { project, number } } })),
    // Versions never change.
    staleTime: Infinity,
  });
