type Interval = [number, number];

/** What was measured, with how many it was measured on; what a recipe does not measure is absent. */
export type Metrics = {
  protocol?: string;
  n?: number;
  correct?: number;
  accuracy?: number;
  accuracy_ci95?: Interval;
  balanced_accuracy?: number;
  balanced_accuracy_ci95?: Interval;
  macro_f1?: number;
  auc?: number;
  ece?: number;
  labels?: string[];
  confusion?: number[][];
  per_label?: { label: string; n: number; precision: number; recall: number; f1: number }[];
  groups?: { group: string; n: number; correct: number; accuracy: number; accuracy_ci95: Interval }[];
  missed_by_unheard_voices_at_10_db?: { count: number; of: number };
} & Record<string, unknown>;

/** The figure by which a version is known, and how sure it is. */
export type Headline = { name: string; value: string; interval?: string; of?: string };

/** A share as people read it. */
export const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)} %`;

/** The headline of what was measured; undefined where nothing was. */
export function headline(metrics: Metrics | undefined): Headline | undefined {
  const missed = metrics?.missed_by_unheard_voices_at_10_db;
  if (missed && missed.of > 0) {
    return { name: 'missed', value: percent(missed.count / missed.of), of: `${missed.count} of ${missed.of}` };
  }
  if (metrics?.accuracy === undefined) {
    return undefined;
  }
  const { accuracy, accuracy_ci95: interval, correct, n } = metrics;
  return {
    name: 'right',
    value: percent(accuracy),
    ...(interval && { interval: `${(100 * interval[0]).toFixed(1)}–${percent(interval[1])}` }),
    ...(correct !== undefined && n !== undefined && { of: `${correct} of ${n}` }),
  };
}
