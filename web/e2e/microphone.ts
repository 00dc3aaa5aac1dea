import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const HEADER_BYTES = 44;

/** A recording with so much silence around it, for the browser's microphone to hear again and again; its file. */
export function amidSilence(recording: string, seconds: number): string {
  const sound = readFileSync(recording);
  const bytesPerSecond = sound.readUInt32LE(28);
  const silence = Buffer.alloc(Math.round((seconds * bytesPerSecond) / 2) * 2);
  const samples = Buffer.concat([silence, sound.subarray(HEADER_BYTES), silence]);
  const header = Buffer.from(sound.subarray(0, HEADER_BYTES));
  header.writeUInt32LE(HEADER_BYTES - 8 + samples.length, 4);
  header.writeUInt32LE(samples.length, HEADER_BYTES - 4);
  mkdirSync('test-results', { recursive: true });
  const file = path.resolve('test-results', `microphone-${path.basename(recording)}`);
  writeFileSync(file, Buffer.concat([header, samples]));
  return file;
}
