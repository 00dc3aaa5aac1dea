import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';

export type Policy = Schemas['Policy'];
export type MonitoringSettings = Schemas['MonitoringSettings'];

/** What a project may do without anybody asking. */
export const policy = (project: string) =>
  queryOptions({
    queryKey: ['projects', project, 'policy'],
    queryFn: () => answer(api.GET('/api/v1/projects/{project}/policy', { params: { path: { project } } })),
  });

export const putPolicy = (project: string, body: Policy) =>
  answer(api.PUT('/api/v1/projects/{project}/policy', { params: { path: { project } }, body }));

/** What a project keeps, and whom it tells of trouble. */
export const keeping = (project: string) =>
  queryOptions({
    queryKey: ['projects', project, 'monitoring', 'settings'],
    queryFn: () => answer(api.GET('/api/v1/projects/{project}/monitoring/settings', { params: { path: { project } } })),
  });

export const putKeeping = (project: string, body: MonitoringSettings) =>
  answer(api.PUT('/api/v1/projects/{project}/monitoring/settings', { params: { path: { project } }, body }));

/** A number somebody typed; undefined where nothing stands. */
export function typed(text: string): number | undefined {
  const number = Number(text.trim());
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number;
}
