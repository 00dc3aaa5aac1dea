import { describe, expect, it } from 'vitest';
import { verdict } from './verdict';

describe('two versions on the same recordings', () => {
  it('are as good where chance makes the difference', () => {
    expect(verdict({ fixed: 0, broken: 1, p_value: 1 })).toContain('about as good');
    expect(verdict({ fixed: 0, broken: 0, p_value: 1 })).toBe('Both get the same recordings right.');
  });

  it('differ where it hardly does', () => {
    expect(verdict({ fixed: 20, broken: 2, p_value: 0.0001 })).toContain('it is better');
    expect(verdict({ fixed: 2, broken: 20, p_value: 0.0001 })).toContain('it is worse');
  });
});
