import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';

export type Monitoring = Schemas['Monitoring'];
export type Alert = Schemas['Alert'];
export type Drift = Schemas['Drift'];
export type PastPrediction = Schemas['PastPrediction'];
export type SystemMonitoring = Schemas['SystemMonitoring'];

const EVERY_MILLIS = 15_000;

/** Stretches of time that are looked at, by their hours. */
export const STRETCHES = { '24': 'A day', '168': 'A week', '720': 'A month' } as const;

export const monitoring = (project: string, hours: number) =>
  queryOptions({
    queryKey: ['projects', project, 'monitoring', hours],
    queryFn: () =>
      answer(api.GET('/api/v1/projects/{project}/monitoring', { params: { path: { project }, query: { hours } } })),
    refetchInterval: EVERY_MILLIS,
  });

export const alerts = (project: string) =>
  queryOptions({
    queryKey: ['projects', project, 'alerts'],
    queryFn: () => answer(api.GET('/api/v1/projects/{project}/alerts', { params: { path: { project } } })),
    refetchInterval: EVERY_MILLIS,
  });

/** The newest answers of a project's model. */
export const newest = (project: string, limit: number) =>
  queryOptions({
    queryKey: ['projects', project, 'predictions', limit],
    queryFn: () =>
      answer(api.GET('/api/v1/projects/{project}/predictions', { params: { path: { project }, query: { limit } } })),
    refetchInterval: EVERY_MILLIS,
  });

/** How the server does. */
export const system = queryOptions({
  queryKey: ['monitoring'],
  queryFn: () => answer(api.GET('/api/v1/monitoring')),
  refetchInterval: EVERY_MILLIS,
});
