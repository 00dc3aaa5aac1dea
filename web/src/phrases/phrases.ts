import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';

export type Phrase = Schemas['Phrase'];
export type Voice = Schemas['Voice'];

/** What is to be expected of a detector for a phrase, as `hearken phrase advise` tells it. */
export type Advice = {
  phrase: string;
  outlook: string;
  pronunciations: string[];
  phones: number;
  syllables: number;
  remarks: string[];
  confusions: { text: string; distance: number; kind: string; per_hour: number }[];
  variants: string[];
};

/** All typed phrases. */
export const phrases = queryOptions({
  queryKey: ['phrases'],
  queryFn: () => answer(api.GET('/api/v1/phrases')),
});

export const advice = (phrase: string) =>
  queryOptions({
    queryKey: ['phrases', 'advice', phrase],
    queryFn: async () => (await answer<unknown>(api.POST('/api/v1/phrases/advice', { body: { phrase } }))) as Advice,
    staleTime: Infinity,
  });

export const voices = queryOptions({
  queryKey: ['voices'],
  queryFn: () => answer(api.GET('/api/v1/voices')),
  staleTime: Infinity,
});

/** The sound of a voice that says a text. */
export async function say(voice: string, text: string): Promise<Blob> {
  const call = api.POST('/api/v1/voices/say', { body: { voice, text }, parseAs: 'blob' });
  return answer<unknown>(call) as Promise<Blob>;
}

/** How much is said and learned: quick is for trying a phrase out. */
export const EFFORTS = {
  quick: { clips: '300', sentences: '200', confusers: '100', passes: '2', 'training.steps': '500' },
  usual: {},
} as const;

export type Effort = keyof typeof EFFORTS;

export function startPhrase(phrase: string, falseAlarmsPerHour: number, effort: Effort): Promise<Phrase> {
  const body = { phrase, false_alarms_per_hour: falseAlarmsPerHour, settings: EFFORTS[effort] };
  return answer(api.POST('/api/v1/phrases', { body }));
}
