import { describe, expect, it } from 'vitest';
import { joined, StreamResampler } from './StreamResampler';

const tone = (hz: number, rate: number, seconds: number) =>
  Float32Array.from({ length: rate * seconds }, (_, i) => Math.sin((2 * Math.PI * hz * i) / rate));

function resampled(samples: Float32Array, from: number, to: number, block = samples.length): Float32Array {
  const resampler = new StreamResampler(from, to);
  let all: Float32Array = new Float32Array(0);
  for (let at = 0; at < samples.length; at += block) {
    all = joined(all, resampler.push(samples.subarray(at, at + block)));
  }
  return joined(all, resampler.flush());
}

const apart = (a: Float32Array, b: Float32Array) => a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i])), 0);

describe('a stream at another rate', () => {
  it.each([
    [48_000, 16_000, 16_000],
    [44_100, 16_000, 16_000],
    [48_000, 8_000, 8_000],
    [8_000, 16_000, 16_000],
  ])('from %d to %d Hz: one second has %d samples', (from, to, samples) => {
    expect(resampled(tone(440, from, 1), from, to)).toHaveLength(samples);
  });

  it('stands where it stood: there is no delay', () => {
    const middle = (samples: Float32Array) => samples.subarray(2_000, 14_000);
    expect(apart(middle(resampled(tone(440, 48_000, 1), 48_000, 16_000)), middle(tone(440, 16_000, 1)))).toBeLessThan(
      1e-4,
    );
  });

  it('loses what the new rate cannot hold', () => {
    const folded = resampled(tone(9_000, 48_000, 1), 48_000, 16_000).subarray(2_000, 14_000);
    expect(folded.reduce((most, x) => Math.max(most, Math.abs(x)), 0)).toBeLessThan(2e-5);
  });

  it('is the same however it is cut into blocks', () => {
    const whole = resampled(tone(440, 44_100, 1), 44_100, 16_000);
    expect(apart(resampled(tone(440, 44_100, 1), 44_100, 16_000, 1_024), whole)).toBeLessThan(1e-6);
    expect(apart(resampled(tone(440, 44_100, 1), 44_100, 16_000, 37), whole)).toBeLessThan(1e-6);
  });

  it('is itself where the rates are equal', () => {
    expect([...resampled(Float32Array.of(0.5, -0.5), 16_000, 16_000)]).toEqual([0.5, -0.5]);
  });
});
