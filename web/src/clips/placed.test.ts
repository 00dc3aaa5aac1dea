import { describe, expect, it } from 'vitest';
import { placed } from './placed';

describe('points in a box', () => {
  it('fill it but for its margin, y upwards', () => {
    const [low, high] = placed(
      [
        { x: -1, y: -1 },
        { x: 1, y: 1 },
      ],
      100,
      60,
    );
    expect(low).toEqual({ x: 2, y: 58 });
    expect(high).toEqual({ x: 98, y: 2 });
  });

  it('lie in its middle where all are alike', () => {
    expect(placed([{ x: 5, y: 5 }], 100, 60)).toEqual([{ x: 50, y: 30 }]);
  });
});
