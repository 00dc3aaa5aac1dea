/** A setting of a training that people change, in words. */
export type Explained = { key: string; name: string; tell: string; step?: number; least?: number; most?: number };

/** The few that matter most; the others are for those who know them by name. */
export const EXPLAINED: readonly Explained[] = [
  {
    key: 'training.epochs',
    name: 'Epochs',
    tell: 'How often it goes through all recordings. More takes longer and helps less and less.',
    step: 1,
    least: 1,
  },
  {
    key: 'training.passes',
    name: 'Changed copies',
    tell: 'How many variants of each recording it hears: other rooms, noises, speeds. More for few recordings.',
    step: 1,
    least: 1,
  },
  {
    key: 'training.batch_size',
    name: 'Recordings a step',
    tell: 'How many it looks at before it changes its mind.',
    step: 8,
    least: 1,
  },
  {
    key: 'training.learning_rate',
    name: 'Learning rate',
    tell: 'How much it changes its mind at each step. Too much and it never settles.',
    step: 0.0005,
    least: 0,
  },
  {
    key: 'augmentation.noise',
    name: 'Noise',
    tell: 'The share of recordings that are heard amid noise: 0 for a quiet room, 1 for a street.',
    step: 0.1,
    least: 0,
    most: 1,
  },
  {
    key: 'augmentation.room',
    name: 'Rooms',
    tell: 'The share that is heard from across a room, with its echo.',
    step: 0.1,
    least: 0,
    most: 1,
  },
  {
    key: 'training.patience',
    name: 'Patience',
    tell: 'After so many epochs without getting better it stops. 0 goes on to the end.',
    step: 1,
    least: 0,
  },
  {
    key: 'seed',
    name: 'Seed',
    tell: 'The same seed, recordings and settings make the same model.',
    step: 1,
    least: 0,
  },
];

/** What networks are, where their names do not say it. */
export const NETWORKS: Record<string, string> = {
  embedding: 'a small head on a speech embedding that knows many voices already. Good with few recordings.',
  'sound-statistics': 'averages of the embedding over time. For sounds that last: machines, weather, animals.',
  statistics: 'averages of the embedding, early and late. For how somebody speaks.',
  tcresnet: 'a tiny network, learned from nothing. For small devices and many recordings.',
  crnn: 'convolutions and a memory, learned from nothing. For long recordings.',
};

/** What differs from the recipe's own settings; what is left empty is the recipe's. */
export function changed(
  asked: Readonly<Record<string, string>>,
  defaults: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asked)
      .map(([key, value]) => [key, value.trim()] as const)
      .filter(([key, value]) => value !== '' && value !== defaults[key]),
  );
}

/** The settings in which runs differ, each with what every run has; empty where a run has no such setting. */
export function differences(
  runs: readonly { parameters: Record<string, string> }[],
): { key: string; values: string[] }[] {
  const keys = [...new Set(runs.flatMap(({ parameters }) => Object.keys(parameters)))].sort();
  return keys
    .map((key) => ({ key, values: runs.map(({ parameters }) => parameters[key] ?? '') }))
    .filter(({ values }) => new Set(values).size > 1);
}
