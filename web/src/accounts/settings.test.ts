import { describe, expect, it } from 'vitest';
import { typed } from './settings';

describe('a number that was typed', () => {
  it('is that number', () => {
    expect([typed('30'), typed(' 0.25 '), typed('0')]).toEqual([30, 0.25, 0]);
  });

  it('is none where nothing stands, or words', () => {
    expect([typed(''), typed('  '), typed('often')]).toEqual([undefined, undefined, undefined]);
  });
});
