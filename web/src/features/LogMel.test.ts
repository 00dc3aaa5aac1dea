import { expect, it } from 'vitest';
import { EMBEDDING_MEL, LogMel, SPEECH_16K } from './LogMel';

const tone = (hz: number, samples: number) =>
  Float32Array.from({ length: samples }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / 16_000));

it('has a frame each 10 ms, the first when 32 ms are there', () => {
  expect(new LogMel(EMBEDDING_MEL).push(tone(440, 511))).toHaveLength(0);
  expect(new LogMel(EMBEDDING_MEL).push(tone(440, 512 + 160))).toHaveLength(2);
});

it('is the same however the sound is cut into blocks', () => {
  const blocks = new LogMel(SPEECH_16K);
  const cut = [0, 100, 1_500].flatMap((from, i, starts) =>
    blocks.push(tone(440, 3_000).subarray(from, starts[i + 1] ?? 3_000)),
  );
  expect(cut).toEqual(new LogMel(SPEECH_16K).push(tone(440, 3_000)));
});

it('puts a higher tone into a higher band', () => {
  const loudest = (hz: number) => {
    const [frame] = new LogMel(EMBEDDING_MEL).push(tone(hz, 512));
    return frame.indexOf(Math.max(...frame));
  };
  expect(loudest(300)).toBeLessThan(loudest(1_000));
  expect(loudest(1_000)).toBeLessThan(loudest(3_000));
});

it('is the floor in silence', () => {
  const [frame] = new LogMel(EMBEDDING_MEL).push(new Float32Array(512));
  expect(frame[0]).toBeCloseTo(Math.log(100 / 2 ** 30), 4);
});
