import type { Version } from './projects';

/** The one figure that says how good a version is, with what it stands on. */
export type Headline = { value: string; what: string; interval?: string; detail: string };

type Metrics = Record<string, unknown>;

/** What a version reaches: its misses at its operating point if it listens, else how often it is right; nothing where it was never judged. */
export function headline({ metrics }: Version): Headline | undefined {
  const told = metrics as unknown as Metrics;
  const missed = told['missed_by_unheard_voices'] as { count: number; of: number } | undefined;
  if (missed) {
    return misses(missed, told['false_alarms_per_hour']);
  }
  const accuracy = number(told['accuracy']);
  const judged = number(told['n']);
  if (accuracy === undefined || judged === undefined) {
    return undefined;
  }
  const interval = told['accuracy_ci95'];
  return {
    value: percents(accuracy),
    what: 'right',
    ...(Array.isArray(interval)
      ? { interval: `${percents(Number(interval[0]))} to ${percents(Number(interval[1]))}` }
      : {}),
    detail: `${number(told['correct']) ?? Math.round(accuracy * judged)} of ${judged}${protocol(told['protocol'])}`,
  };
}

function misses({ count, of }: { count: number; of: number }, allowed: unknown): Headline {
  const [low, high] = wilson(count, of);
  return {
    value: percents(count / of),
    what: 'missed',
    interval: `${percents(low)} to ${percents(high)}`,
    detail: `${count} of ${of} by voices it never heard, at ${number(allowed) ?? 0.5} false alarms an hour`,
  };
}

/** The 95 % interval of a share, by Wilson's score. */
export function wilson(count: number, of: number): [number, number] {
  const z = 1.959964;
  const share = count / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  return [(middle - half) / whole, (middle + half) / whole];
}

function protocol(name: unknown): string {
  return typeof name === 'string' ? `, ${name.replaceAll('-', ' ')}` : '';
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function percents(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** How many of these moments lie in each of the last so many days, the oldest first. */
export function perDay(moments: readonly string[], days: number, now: Date): number[] {
  const counts = new Array<number>(days).fill(0);
  const today = startOfDay(now);
  for (const moment of moments) {
    const ago = Math.round((today - startOfDay(new Date(moment))) / DAY_MILLIS);
    if (ago >= 0 && ago < days) {
      counts[days - 1 - ago]++;
    }
  }
  return counts;
}

const DAY_MILLIS = 86_400_000;

function startOfDay(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}
