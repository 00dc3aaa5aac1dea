import { describe, expect, it } from 'vitest';
import { headline, perDay } from './figures';
import type { Version } from './projects';

const version = (metrics: object) => ({ metrics }) as unknown as Version;

describe('the headline of a version', () => {
  it('is its accuracy with its interval and its denominator', () => {
    const metrics = { protocol: 'hold-out', n: 300, correct: 298, accuracy: 0.99333, accuracy_ci95: [0.976, 0.9982] };
    expect(headline(version(metrics))).toEqual({
      value: '99.3 %',
      what: 'right',
      interval: '97.6 % to 99.8 %',
      detail: '298 of 300, hold out',
    });
  });

  it('is what a detector misses, where it listens for a phrase', () => {
    const metrics = { false_alarms_per_hour: 0.5, missed_by_unheard_voices: { count: 37, of: 903 } };
    expect(headline(version(metrics))).toEqual({
      value: '4.1 %',
      what: 'missed',
      interval: '3.0 % to 5.6 %',
      detail: '37 of 903 by voices it never heard, at 0.5 false alarms an hour',
    });
  });

  it('is none where it was never judged', () => {
    expect(headline(version({}))).toBeUndefined();
  });
});

it('counts each day, today last, and leaves out what is older', () => {
  const now = new Date(2026, 10, 21, 12);
  const moments = [
    new Date(2026, 10, 21, 0, 1),
    new Date(2026, 10, 20, 23),
    new Date(2026, 10, 20, 1),
    new Date(2026, 9, 1),
  ];
  expect(
    perDay(
      moments.map((moment) => moment.toISOString()),
      3,
      now,
    ),
  ).toEqual([0, 2, 1]);
});
