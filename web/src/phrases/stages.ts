/** What happens to a phrase, in order; `name` as the worker's progress has it. */
export const STAGES = [
  {
    name: 'speak',
    title: 'Speak',
    words: 'Voices say the phrase, other things, and what sounds like it; what was said before is reused.',
  },
  { name: 'listen', title: 'Listen', words: 'Each clip is heard in other rooms, in noise, by other throats.' },
  {
    name: 'learn',
    title: 'Learn',
    words: 'Small networks side by side learn to tell the phrase from everything else.',
  },
  {
    name: 'measure',
    title: 'Measure',
    words: 'Voices that it never heard say how often it misses; hours of talk, how often it errs.',
  },
  { name: 'export', title: 'Export', words: 'One file, from raw samples to a probability each 80 ms.' },
] as const;

type Told = { stage?: string; what?: string; done?: number; of?: number };

/** Where the work stands. */
export type StageNow = { index: number; what?: string; done: number; of: number };

/** The stage the last progress tells of, and how far it is; before the first of them. */
export function stageNow(progress: readonly unknown[]): StageNow {
  const last = (progress.at(-1) ?? {}) as Told;
  const index = STAGES.findIndex(({ name }) => name === last.stage);
  return { index, ...(last.what === undefined ? {} : { what: last.what }), done: last.done ?? 0, of: last.of ?? 0 };
}
