import { describe, expect, it } from 'vitest';
import { bins } from './bins';

describe('counting values by stretch', () => {
  it('puts the least into the first and the greatest into the last', () => {
    expect(bins([0, 1, 2, 3, 4], 2)).toEqual({ counts: [2, 3], from: 0, to: 4 });
  });

  it('puts equal values into one', () => {
    expect(bins([5, 5], 3)).toEqual({ counts: [2, 0, 0], from: 5, to: 5 });
  });

  it('counts nothing where there is nothing', () => {
    expect(bins([], 2)).toEqual({ counts: [0, 0], from: 0, to: 0 });
  });
});
