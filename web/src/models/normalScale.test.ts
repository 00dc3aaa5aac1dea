import { describe, expect, it } from 'vitest';
import { detPath, deviate, place } from './normalScale';

describe('the normal scale', () => {
  it('has a half in its middle, and known quantiles', () => {
    expect(deviate(0.5)).toBeCloseTo(0, 5);
    expect(deviate(0.05)).toBeCloseTo(-1.6449, 3);
    expect(deviate(0.001)).toBeCloseTo(-3.0902, 2);
  });

  it('keeps what lies beyond it at its edge', () => {
    expect(place(-9)).toBe(0);
    expect(place(9)).toBe(100);
  });
});

describe('the curve', () => {
  it('goes down as false alarms grow', () => {
    const point = (x: number, y: number) => ({ false_alarms: 0, misses: 0, false_alarm_deviate: x, miss_deviate: y });
    expect(detPath([point(-9, 9), point(9, -9)])).toBe('M0.0 0.0L100.0 100.0');
  });
});
