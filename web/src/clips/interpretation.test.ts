import { describe, expect, it } from 'vitest';
import type { Features } from './clips';
import { bandHz, tellMel, tellMfcc } from './interpretation';

const BANDS = 40;
const SILENCE = -20;

const seen = (kind: Features['kind'], values: number[][]): Features => ({
  kind,
  values,
  frames: values.length,
  channels: values[0].length,
  hop_seconds: 0.01,
});

describe('the bands of a log-mel', () => {
  it('rise from 20 to 7600 Hz, linearly below 1 kHz', () => {
    const middles = Array.from({ length: BANDS }, (_, band) => bandHz(band, BANDS));
    expect(middles).toEqual([...middles].sort((a, b) => a - b));
    expect(middles[1] - middles[0]).toBeCloseTo(middles[2] - middles[1], 6);
    expect(middles[0]).toBeGreaterThan(20);
    expect(middles[BANDS - 1]).toBeLessThan(7600);
  });
});

describe('a log-mel in words', () => {
  it('tells how long it sounds and where', () => {
    const frame = (loud: boolean) => Array.from({ length: BANDS }, (_, band) => (loud && band === 10 ? 0 : SILENCE));
    const told = tellMel(seen('log-mel', [frame(false), frame(true), frame(true), frame(false)]));
    const hz = Math.round(bandHz(10, BANDS) / 10) * 10;
    expect(told).toBe(`It sounds for 0.02 s, 50 % of its time; most of the energy lies between ${hz} Hz and ${hz} Hz.`);
  });
});

describe('cepstral coefficients in words', () => {
  it('tell a dark sound that changes from a bright one that does not', () => {
    expect(
      tellMfcc(
        seen('mfcc', [
          [0, 100],
          [0, 10],
        ]),
      ),
    ).toContain('dark: low pitches outweigh high ones, and changes');
    expect(
      tellMfcc(
        seen('mfcc', [
          [0, -50],
          [0, -52],
        ]),
      ),
    ).toContain('bright: high pitches outweigh low ones, and hardly');
  });
});
