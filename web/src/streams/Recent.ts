/** The last so many seconds of a stream, by its own clock. */
export class Recent {
  private readonly ring: Float32Array;
  private length = 0;

  constructor(
    readonly sampleRateHz: number,
    seconds: number,
  ) {
    this.ring = new Float32Array(Math.ceil(seconds * sampleRateHz));
  }

  /** How much has been heard since the stream began. */
  get seconds(): number {
    return this.length / this.sampleRateHz;
  }

  push(samples: Float32Array): void {
    for (const sample of samples) {
      this.ring[this.length++ % this.ring.length] = sample;
    }
  }

  /** What is still there of a stretch. */
  between(startSeconds: number, endSeconds: number): Float32Array {
    const from = Math.max(0, this.length - this.ring.length, Math.round(startSeconds * this.sampleRateHz));
    const to = Math.min(this.length, Math.round(endSeconds * this.sampleRateHz));
    return Float32Array.from({ length: Math.max(0, to - from) }, (_, i) => this.ring[(from + i) % this.ring.length]);
  }

  last(seconds: number): Float32Array {
    return this.between(this.seconds - seconds, this.seconds);
  }
}
