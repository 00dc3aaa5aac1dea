import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';

/** Figures on the way: of an epoch, or of anything else that is counted. */
export type JobProgress = {
  epoch?: number;
  epochs?: number;
  left_seconds?: number;
  what?: string;
  stage?: string;
  done?: number;
  of?: number;
} & Record<string, number | string | undefined>;

/** Two versions on the same clips, judged when the later one was made. */
export type Comparison = {
  live_version: number;
  n: number;
  live_right: number;
  candidate_right: number;
  fixed: number;
  broken: number;
  p_value: number;
  not_worse: boolean;
  groups: { group: string; n: number; live_right: number; candidate_right: number }[];
  fixed_clips: number[];
  broken_clips: number[];
};

export type JobResult = { version?: number; promoted?: boolean; run?: string; comparison?: Comparison };

/** A job, with the objects that the API's description has as any text. */
export type Job = Omit<Schemas['Job'], 'request' | 'progress' | 'result'> & {
  request: { settings?: Record<string, string>; version?: number };
  progress?: JobProgress;
  result?: JobResult;
};

export type NewJob = Schemas['NewJob'];
export type RecipeOffer = Schemas['RecipeOffer'];

const EVERY_MILLIS = 3_000;

export const isOver = ({ state }: Pick<Job, 'state'>): boolean => state !== 'queued' && state !== 'running';

export const jobsKey = (project: string) => ['projects', project, 'jobs'] as const;

/** A project's jobs, newest first; asked again while one is under way. */
export const jobs = (project: string) =>
  queryOptions({
    queryKey: jobsKey(project),
    queryFn: async () =>
      (await answer(api.GET('/api/v1/projects/{project}/jobs', { params: { path: { project } } })))
        .jobs as unknown as Job[],
    refetchInterval: (query) => (query.state.data?.every(isOver) === false ? EVERY_MILLIS : false),
  });

export const recipes = queryOptions({
  queryKey: ['recipes'],
  queryFn: () => answer(api.GET('/api/v1/recipes')),
  staleTime: Infinity,
});

export const start = (project: string, job: NewJob) =>
  answer(api.POST('/api/v1/projects/{project}/jobs', { params: { path: { project } }, body: job }));

export const cancel = (id: string) => answer(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } }));
