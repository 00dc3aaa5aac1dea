import { describe, expect, it } from 'vitest';
import type { ModelMetadata } from '../inference/modelMetadata';
import { Detector, type Classify } from './Detector';
import type { Heard } from './heard';

/** Windows of four samples each two, at a rate of two: a hop a second. Loud is the mean of a window, quiet the rest. */
const MODEL: ModelMetadata = {
  task: 'loudness',
  labels: ['loud', '_quiet_'],
  sampleRateHz: 2,
  windowSamples: 4,
  hopSamples: 2,
  thresholds: new Map([['loud', 0.5]]),
  openSetThreshold: undefined,
  detection: { smoothingFrames: 1, refractorySamples: 4, eventSamples: 4 },
  network: '',
};

const loudness: Classify = (windows, count) => {
  const rows = Array.from({ length: count }, (_, i) => {
    const window = windows.subarray(4 * i, 4 * i + 4);
    const loud = window.reduce((sum, sample) => sum + sample, 0) / 4;
    return [loud, 1 - loud];
  });
  return Promise.resolve(Float32Array.from(rows.flat()));
};

async function hear(blocks: number[][], model = MODEL, threshold?: number): Promise<Heard> {
  const detector = new Detector(model, loudness, 2, threshold);
  const heard: Heard = { hops: [], detections: [] };
  for (const block of blocks) {
    const { hops, detections } = await detector.push(Float32Array.from(block));
    heard.hops.push(...hops);
    heard.detections.push(...detections);
  }
  return heard;
}

const loud = ({ hops }: Heard) => hops.map(({ probabilities }) => probabilities[0]);

describe('a stream being listened to', () => {
  it('comes after silence, and has a window that ends at each hop', async () => {
    expect(loud(await hear([[1, 1, 1, 1, 0, 0, 0, 0]]))).toEqual([0.5, 1, 0.5, 0]);
  });

  it('is the same however it is cut into blocks', async () => {
    expect(loud(await hear([[1], [1, 1], [1, 0, 0], [0, 0]]))).toEqual([0.5, 1, 0.5, 0]);
  });

  it('tells when each hop ends', async () => {
    const { hops } = await hear([[1, 1, 1, 1]]);
    expect(hops.map(({ atSeconds }) => atSeconds)).toEqual([1, 2]);
  });

  it('detects where the score reaches the threshold, and says when that began', async () => {
    const { detections } = await hear([[0, 0, 0, 0, 0, 0, 1, 1]]);
    expect(detections).toEqual([{ label: 'loud', score: 0.5, startSeconds: 2, endSeconds: 4 }]);
  });

  it('is one detection however long the score stays up', async () => {
    expect((await hear([new Array<number>(40).fill(1)])).detections).toHaveLength(1);
  });

  it('detects nothing again before the refractory is over', async () => {
    // Up at hop 1, down at 3, up again at 4: less than two hops after one is too soon, three are not.
    const { detections } = await hear([[1, 1, 0, 0, 0, 0, 1, 1]]);
    expect(detections.map(({ endSeconds }) => endSeconds)).toEqual([1, 4]);
    const longer = { ...MODEL, detection: { ...MODEL.detection, refractorySamples: 8 } };
    expect((await hear([[1, 1, 0, 0, 0, 0, 1, 1]], longer)).detections).toHaveLength(1);
  });

  it('scores the mean of the last probabilities, of which those before the stream are 0', async () => {
    const smooth = { ...MODEL, detection: { ...MODEL.detection, smoothingFrames: 2 } };
    const { detections } = await hear([[1, 1, 1, 1, 1, 1]], smooth);
    // 0.5, 1, 1 become 0.25, 0.75, 1.
    expect(detections).toMatchObject([{ score: 0.75, endSeconds: 2 }]);
  });

  it('takes the threshold a person chooses, for every label', async () => {
    expect((await hear([[1, 1]], MODEL, 0.6)).detections).toEqual([]);
  });

  it('ends with half a second of silence', async () => {
    const detector = new Detector(MODEL, loudness, 2, undefined);
    await detector.push(Float32Array.of(1, 1, 1));
    expect(loud(await detector.flush())).toEqual([0.75]);
  });
});
