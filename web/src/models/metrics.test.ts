import { describe, expect, it } from 'vitest';
import { headline } from './metrics';

describe('the figure a version is known by', () => {
  it('is what it got right, of how many, and between what', () => {
    expect(headline({ accuracy: 0.9933, accuracy_ci95: [0.976, 0.9982], correct: 298, n: 300 })).toEqual({
      name: 'right',
      value: '99.3 %',
      interval: '97.6–99.8 %',
      of: '298 of 300',
    });
  });

  it('is what a detector missed', () => {
    expect(headline({ missed_by_unheard_voices_at_10_db: { count: 3, of: 60 } })).toMatchObject({
      name: 'missed',
      value: '5.0 %',
      of: '3 of 60',
    });
  });

  it('is none where nothing was measured', () => {
    expect(headline({})).toBeUndefined();
    expect(headline(undefined)).toBeUndefined();
  });
});
