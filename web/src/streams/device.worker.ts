/** Runs a model file away from the page's thread. One message in asks, one or more out answer: see `OnThisDevice`. */
import * as ort from 'onnxruntime-web/wasm';
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { modelMetadata, type ModelMetadata } from '../inference/modelMetadata';
import { Detector } from './Detector';
import type { Heard } from './heard';

export type Asked =
  | { type: 'open'; model: ArrayBuffer; sampleRateHz: number; threshold: number | undefined }
  | { type: 'push'; samples: Float32Array }
  | { type: 'threshold'; threshold: number }
  | { type: 'flush' };

export type Answered =
  | { type: 'ready'; labels: string[]; hopSeconds: number }
  | { type: 'heard'; heard: Heard }
  | { type: 'flushed' }
  | { type: 'failed'; message: string };

ort.env.wasm.wasmPaths = { wasm };
ort.env.wasm.numThreads = 1;

let detector: Detector | undefined;

async function open(asked: Extract<Asked, { type: 'open' }>): Promise<void> {
  const metadata = modelMetadata(asked.model);
  const session = await ort.InferenceSession.create(asked.model);
  detector = new Detector(metadata, classify(session, metadata), asked.sampleRateHz, asked.threshold);
  // The first run takes much longer than the others; it is had before anybody speaks.
  await classify(session, metadata)(new Float32Array(metadata.windowSamples), 1);
  tell({ type: 'ready', labels: metadata.labels, hopSeconds: metadata.hopSamples / metadata.sampleRateHz });
}

function classify(session: ort.InferenceSession, { windowSamples, labels, openSetThreshold }: ModelMetadata) {
  return async (windows: Float32Array, count: number): Promise<Float32Array> => {
    const audio = new ort.Tensor('float32', windows, [count, windowSamples]);
    const result = await session.run({ audio });
    const rows = result['probabilities'].data as Float32Array;
    const known = (result['known'] as ort.Tensor | undefined)?.data as Float32Array | undefined;
    // A sound of no known class speaks for no label.
    known?.forEach((certainty, i) => {
      if (certainty < (openSetThreshold ?? 0)) {
        rows.fill(0, i * labels.length, (i + 1) * labels.length);
      }
    });
    return rows;
  };
}

async function react(asked: Asked): Promise<void> {
  switch (asked.type) {
    case 'open':
      return open(asked);
    case 'threshold':
      detector?.setThreshold(asked.threshold);
      return;
    case 'push':
      if (detector) {
        told(await detector.push(asked.samples));
      }
      return;
    case 'flush':
      if (detector) {
        told(await detector.flush());
      }
      tell({ type: 'flushed' });
      return;
  }
}

function told({ hops, detections }: Heard): void {
  if (hops.length > 0) {
    tell({ type: 'heard', heard: { hops, detections } });
  }
}

function tell(answered: Answered): void {
  postMessage(answered);
}

// One after the other: a block may come while the one before is still being heard.
let last: Promise<void> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  last = last.then(() => react(data)).catch((failure: unknown) => tell({ type: 'failed', message: String(failure) }));
});
