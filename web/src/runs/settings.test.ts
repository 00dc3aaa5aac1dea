import { describe, expect, it } from 'vitest';
import { changed, differences } from './settings';

describe('what is asked of a training', () => {
  it('is only what differs from the recipe', () => {
    expect(changed({ a: '2', b: ' 1 ', c: '' }, { a: '1', b: '1', c: '1' })).toEqual({ a: '2' });
  });
});

describe('runs side by side', () => {
  it('show the settings in which they differ', () => {
    const runs = [{ parameters: { a: '1', b: '1' } }, { parameters: { a: '1', b: '2', c: '3' } }];
    expect(differences(runs)).toEqual([
      { key: 'b', values: ['1', '2'] },
      { key: 'c', values: ['', '3'] },
    ]);
  });

  it('show nothing where they are alike', () => {
    expect(differences([{ parameters: { a: '1' } }, { parameters: { a: '1' } }])).toEqual([]);
  });
});
