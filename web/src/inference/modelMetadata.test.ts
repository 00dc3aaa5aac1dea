import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { modelMetadata } from './modelMetadata';

const STARTERS = '../store/src/main/resources/dev/hearken/store/registry/starters';

function starter(name: string): ArrayBuffer {
  const file = readFileSync(`${STARTERS}/${name}.onnx`);
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
}

it('tells what the starter model of digits listens for, and how', () => {
  const digits = modelMetadata(starter('digits'));
  expect(digits).toMatchObject({ task: 'digits', sampleRateHz: 16_000, windowSamples: 19_200, hopSamples: 1_600 });
  expect(digits.labels).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  expect(digits.thresholds.get('7')).toBe(0.5);
  expect(digits.detection).toEqual({ smoothingFrames: 3, refractorySamples: 16_000, eventSamples: 19_200 });
});

it('has no threshold for what is no event', () => {
  const { labels, thresholds } = modelMetadata(starter('keywords'));
  expect(labels).toContain('_silence_');
  expect([...thresholds.keys()]).toEqual(labels.filter((label) => !label.startsWith('_')));
});

it('refuses what is no model file', () => {
  expect(() => modelMetadata(new ArrayBuffer(64))).toThrow('hearken.labels');
});
