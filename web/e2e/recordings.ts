import { readFileSync } from 'node:fs';
import path from 'node:path';

export const FOLDER = path.resolve(process.env['HEARKEN_DATA'] ?? '../../shared/data', 'fsdd/recordings');

export const SEVEN = path.join(FOLDER, '7_jackson_0.wav');
export const THREE = path.join(FOLDER, '3_theo_1.wav');

export type Sent = { name: string; mimeType: string; buffer: Buffer };

/** A file that is no recording. */
export const words = (name: string): Sent => ({ name, mimeType: 'audio/wav', buffer: Buffer.from('only words') });

/** A real recording, under this name. */
export const sound = (file: string, name = path.basename(file)): Sent => ({
  name,
  mimeType: 'audio/wav',
  buffer: readFileSync(file),
});
