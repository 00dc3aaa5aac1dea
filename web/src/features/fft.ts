/** Power spectra of real frames whose length is a power of two, by a radix-2 FFT. */
export class PowerSpectrum {
  private readonly cosines: Float64Array;
  private readonly sines: Float64Array;
  private readonly re: Float64Array;
  private readonly im: Float64Array;

  constructor(private readonly size: number) {
    this.cosines = Float64Array.from({ length: size / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.sines = Float64Array.from({ length: size / 2 }, (_, k) => Math.sin((2 * Math.PI * k) / size));
    this.re = new Float64Array(size);
    this.im = new Float64Array(size);
  }

  /** |X|² of bins 0 to size / 2; the frame is padded with zeros. */
  of(frame: Float64Array): Float64Array {
    const { re, im, size } = this;
    const bits = Math.log2(size);
    for (let i = 0; i < size; i++) {
      re[reversed(i, bits)] = i < frame.length ? frame[i] : 0;
    }
    im.fill(0);
    for (let half = 1; half < size; half *= 2) {
      for (let from = 0; from < size; from += 2 * half) {
        this.butterflies(from, half);
      }
    }
    return Float64Array.from({ length: size / 2 + 1 }, (_, k) => re[k] * re[k] + im[k] * im[k]);
  }

  private butterflies(from: number, half: number): void {
    const { re, im, cosines, sines } = this;
    const step = this.size / (2 * half);
    for (let k = 0; k < half; k++) {
      const a = from + k;
      const b = a + half;
      const turnedRe = re[b] * cosines[k * step] + im[b] * sines[k * step];
      const turnedIm = im[b] * cosines[k * step] - re[b] * sines[k * step];
      re[b] = re[a] - turnedRe;
      im[b] = im[a] - turnedIm;
      re[a] += turnedRe;
      im[a] += turnedIm;
    }
  }
}

function reversed(index: number, bits: number): number {
  let result = 0;
  for (let bit = 0; bit < bits; bit++) {
    result = (result << 1) | ((index >> bit) & 1);
  }
  return result;
}
