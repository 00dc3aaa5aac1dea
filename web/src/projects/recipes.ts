import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

/** What each recipe asks, in a few words. */
export const QUESTIONS: Record<string, string> = {
  digits: 'Which digit was spoken?',
  keywords: 'Which command word was spoken, or none?',
  phrase: 'Was this phrase spoken?',
  faults: 'Does the machine run as it should?',
  talent: 'Is this voice performance good?',
  custom: 'Which of your labels is it?',
};

/** What to bring to each. */
export const WANTED: Record<string, string> = {
  digits: 'People saying zero to nine: fifty clips of each are a good start.',
  keywords: 'People saying your command words, other words, and the noises of your rooms.',
  phrase: 'Nothing but the phrase: voices say it for you.',
  faults: 'Your machine running well, and running badly, a few seconds at a time.',
  talent: 'Performances that somebody who knows has judged.',
  custom: 'A folder for each label, with twenty recordings or more in it.',
};

/** What workers of this server can train. */
export const recipes = queryOptions({
  queryKey: ['recipes'],
  queryFn: () => answer(api.GET('/api/v1/recipes')),
  staleTime: Infinity,
});
