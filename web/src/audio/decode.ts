/** Samples in [-1, 1] of one channel, and their rate. */
export type Waveform = { samples: Float32Array; sampleRateHz: number };

/**
 * The sound of a file, mixed to mono, at the rate that is asked for.
 *
 * @throws DOMException if this browser cannot decode it; the server may still
 */
export async function decode(file: Blob, sampleRateHz: number): Promise<Waveform> {
  const context = new OfflineAudioContext(1, 1, sampleRateHz);
  const sound = await context.decodeAudioData(await file.arrayBuffer());
  const samples = new Float32Array(sound.length);
  for (let channel = 0; channel < sound.numberOfChannels; channel++) {
    const one = sound.getChannelData(channel);
    for (let i = 0; i < samples.length; i++) {
      samples[i] += one[i] / sound.numberOfChannels;
    }
  }
  return { samples, sampleRateHz };
}
