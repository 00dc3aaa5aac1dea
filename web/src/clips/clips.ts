import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import { toQuery, type ClipFilter } from './ClipFilter';

export type Clip = Schemas['Clip'];
export type ClipEdit = Schemas['ClipEdit'];
export type Dataset = Schemas['Dataset'];
export type Features = Schemas['Features'];
export type SoundMap = Schemas['SoundMap'];
export type FeatureSpread = Schemas['FeatureSpread'];

/** So many clips are asked for at once while scrolling. */
export const PAGE_CLIPS = 200;

/** The most the server tells at once. */
const MOST_CLIPS = 1_000;

/** The most the server changes at once. */
const MOST_CHANGED = 10_000;

/** Where the key of everything about a project's clips begins. */
export const clipsKey = (project: string) => ['projects', project, 'clips'] as const;

export const clipPage = (project: string, filter: ClipFilter, page: number) =>
  queryOptions({
    queryKey: [...clipsKey(project), filter, page],
    queryFn: () => some(project, filter, page * PAGE_CLIPS, PAGE_CLIPS),
    staleTime: 30_000,
  });

export const dataset = (project: string) =>
  queryOptions({
    queryKey: [...clipsKey(project), 'dataset'],
    queryFn: () => answer(api.GET('/api/v1/projects/{project}/dataset', { params: { path: { project } } })),
  });

/** A project's clips on a plane. The server hears every one of them for it, once. */
export const soundMap = (project: string) =>
  queryOptions({
    queryKey: [...clipsKey(project), 'map'],
    queryFn: () => answer(api.GET('/api/v1/projects/{project}/dataset/map', { params: { path: { project } } })),
  });

/** How features are spread over the labels. */
export const spreads = (project: string) =>
  queryOptions({
    queryKey: [...clipsKey(project), 'spreads'],
    queryFn: () => answer(api.GET('/api/v1/projects/{project}/dataset/features', { params: { path: { project } } })),
  });

/** One clip. */
export const clip = (project: string, number: number): Promise<Clip> =>
  answer(api.GET('/api/v1/projects/{project}/clips/{number}', { params: { path: { project, number } } }));

/** The outline of a clip, in so many stretches. Its sound never changes. */
export const outline = (project: string, number: number, points: number) =>
  queryOptions({
    queryKey: [...clipsKey(project), number, 'peaks', points],
    queryFn: () =>
      answer(
        api.GET('/api/v1/projects/{project}/clips/{number}/peaks', {
          params: { path: { project, number }, query: { points } },
        }),
      ),
    staleTime: Infinity,
  });

/** What is seen in a clip. */
export const features = (project: string, number: number, kind: 'log-mel' | 'mfcc') =>
  queryOptions({
    queryKey: [...clipsKey(project), number, 'features', kind],
    queryFn: () =>
      answer(
        api.GET('/api/v1/projects/{project}/clips/{number}/features', {
          params: { path: { project, number }, query: { kind } },
        }),
      ),
    staleTime: Infinity,
  });

/** How long the clips to use are, of the first thousand. */
export const lengths = (project: string) =>
  queryOptions({
    queryKey: [...clipsKey(project), 'lengths'],
    queryFn: async () =>
      (await some(project, { shown: 'usable' }, 0, MOST_CLIPS)).clips.map((clip) => clip.duration_seconds),
  });

/** All clips that pass, whatever it takes. */
export async function allClips(project: string, filter: ClipFilter): Promise<Clip[]> {
  const all: Clip[] = [];
  for (;;) {
    const { clips, total } = await some(project, filter, all.length, MOST_CLIPS);
    all.push(...clips);
    if (clips.length === 0 || all.length >= total) {
      return all;
    }
  }
}

/** Changes clips, however many. */
export async function edit(project: string, { clips = [], ...change }: ClipEdit): Promise<void> {
  for (let from = 0; from < clips.length; from += MOST_CHANGED) {
    await answer(
      api.PATCH('/api/v1/projects/{project}/clips', {
        params: { path: { project } },
        body: { clips: clips.slice(from, from + MOST_CHANGED), ...change },
      }),
    );
  }
}

/** Where a clip is heard, and where its pictures are. */
export const clipAddress = (project: string, number: number, part: string): string =>
  `/api/v1/projects/${encodeURIComponent(project)}/clips/${number}/${part}`;

function some(project: string, filter: ClipFilter, offset: number, limit: number) {
  const query = { ...toQuery(filter), offset, limit };
  return answer(api.GET('/api/v1/projects/{project}/clips', { params: { path: { project }, query } }));
}
