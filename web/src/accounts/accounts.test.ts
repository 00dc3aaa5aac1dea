import { describe, expect, it } from 'vitest';
import { isStranger, upTo } from './accounts';

describe('scopes', () => {
  it('hold those below them', () => {
    expect(upTo('read')).toEqual(['read']);
    expect(upTo('train')).toEqual(['read', 'predict', 'train']);
  });
});

describe('a stranger', () => {
  it('is nobody where the server wants to know who asks', () => {
    expect(isStranger({ login_needed: true, scopes: [] })).toBe(true);
    expect(isStranger({ login_needed: true, kind: 'user', name: 'ann', scopes: ['read'] })).toBe(false);
    expect(isStranger({ login_needed: false, kind: 'anybody', scopes: ['admin'] })).toBe(false);
  });
});
