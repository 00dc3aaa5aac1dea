import { describe, expect, it } from 'vitest';
import type { Clip } from './clips';
import { tell, undoing } from './edits';

const clip = (number: number, facts: Partial<Clip> = {}): Clip => ({
  number,
  name: `${number}.wav`,
  sha256: 'ab',
  format: 'wav pcm_s16',
  sample_rate_hz: 16000,
  duration_seconds: 1,
  peak: 0.5,
  rms: 0.1,
  warnings: [],
  excluded: false,
  deleted: false,
  added_at: '2026-01-01T00:00:00Z',
  ...facts,
});

describe('what undoes a change', () => {
  it('gives each clip the label it had, one request a label', () => {
    const before = [clip(1, { label: 'yes' }), clip(2, { label: 'no' }), clip(3, { label: 'yes' })];
    expect(undoing(before, { label: 'maybe' })).toEqual({
      undo: [
        { clips: [1, 3], label: 'yes' },
        { clips: [2], label: 'no' },
      ],
      remain: 0,
    });
  });

  it('leaves alone what did not change', () => {
    expect(undoing([clip(1, { label: 'yes' }), clip(2, { deleted: true })], { label: 'yes', deleted: true })).toEqual({
      undo: [{ clips: [1], deleted: false }],
      remain: 1,
    });
  });

  it('counts what cannot be undone: a clip that had no label keeps the one it got', () => {
    expect(undoing([clip(1), clip(2)], { label: 'yes' })).toEqual({ undo: [], remain: 2 });
  });
});

describe('a change in words', () => {
  it('tells how many and what', () => {
    expect(tell(1, { label: 'yes' })).toBe('1 recording labelled yes');
    expect(tell(2000, { excluded: true })).toBe('2,000 recordings left out');
    expect(tell(3, { deleted: false })).toBe('3 recordings taken back');
  });
});
