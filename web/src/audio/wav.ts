const HEADER_BYTES = 44;

/** A recording as RIFF/WAVE: PCM, mono, 16-bit little-endian. */
export function wav(samples: Float32Array, sampleRateHz: number): Blob {
  const view = new DataView(new ArrayBuffer(HEADER_BYTES + 2 * samples.length));
  const text = (at: number, word: string) => {
    for (let i = 0; i < word.length; i++) {
      view.setUint8(at + i, word.charCodeAt(i));
    }
  };
  text(0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + 2 * samples.length, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRateHz, true);
  view.setUint32(28, 2 * sampleRateHz, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, i) =>
    view.setInt16(HEADER_BYTES + 2 * i, Math.round(Math.max(-1, Math.min(1, sample)) * 32767), true),
  );
  return new Blob([view.buffer], { type: 'audio/wav' });
}
