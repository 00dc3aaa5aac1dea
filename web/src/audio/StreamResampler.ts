import { HALF_WIDTH, kaiserSinc } from './kaiserSinc';

/**
 * Changes the sample rate of a stream, block by block, as `core.audio.StreamResampler` does: output `j` stands at time `j / targetRateHz`,
 * and half the filter must have been heard before it can be given.
 */
export class StreamResampler {
  private readonly up: number;
  private readonly down: number;
  private readonly phases: Float32Array[];
  private readonly lead: number;
  private readonly reach: number;
  /** The stream from `first` on, as far as outputs to come hear it. */
  private heard: Float32Array = new Float32Array(0);
  private first = 0;
  private given = 0;

  constructor(sourceRateHz: number, targetRateHz: number) {
    const divisor = gcd(targetRateHz, sourceRateHz);
    this.up = targetRateHz / divisor;
    this.down = sourceRateHz / divisor;
    const needed = 2 * (1 + Math.ceil(HALF_WIDTH * Math.max(1, this.down / this.up)));
    const taps = Math.ceil(needed / 4) * 4;
    this.reach = taps / 2;
    this.lead = taps / 2 - 1;
    this.phases = this.up === this.down ? [] : Array.from({ length: this.up }, (_, phase) => this.taps(phase, taps));
  }

  /** The next block; answers what can be told by now, which may be nothing. */
  push(block: Float32Array): Float32Array {
    if (this.up === this.down) {
      return block.slice();
    }
    this.heard = joined(this.heard, block);
    const safe = Math.max(0, this.first + this.heard.length - this.reach);
    return this.give(Math.floor((safe * this.up) / this.down));
  }

  /** The rest, with silence behind the end; the stream then begins anew. */
  flush(): Float32Array {
    const end = Math.ceil(((this.first + this.heard.length) * this.up) / this.down);
    const rest = this.up === this.down ? new Float32Array(0) : this.give(end);
    this.heard = new Float32Array(0);
    this.first = 0;
    this.given = 0;
    return rest;
  }

  private give(end: number): Float32Array {
    const outputs = new Float32Array(Math.max(0, end - this.given));
    for (let i = 0; i < outputs.length; i++) {
      outputs[i] = this.output(this.given + i);
    }
    this.given += outputs.length;
    this.forget();
    return outputs;
  }

  private output(index: number): number {
    const taps = this.phases[index % this.up];
    const from = Math.floor((index * this.down) / this.up) - this.lead - this.first;
    const begin = Math.max(0, -from);
    const end = Math.min(taps.length, this.heard.length - from);
    let sum = 0;
    for (let t = begin; t < end; t++) {
      sum += taps[t] * this.heard[from + t];
    }
    return sum;
  }

  private forget(): void {
    const needed = Math.max(0, Math.floor((this.given * this.down) / this.up) - this.reach);
    this.heard = this.heard.slice(needed - this.first);
    this.first = needed;
  }

  /** How much each input around an output's place counts; they sum to 1, so that a constant comes out exactly. */
  private taps(phase: number, count: number): Float32Array {
    const fraction = ((phase * this.down) % this.up) / this.up;
    const slower = Math.min(1, this.up / this.down);
    const exact = Float64Array.from({ length: count }, (_, t) => kaiserSinc((t - this.lead - fraction) * slower));
    const sum = exact.reduce((total, tap) => total + tap, 0);
    return Float32Array.from(exact, (tap) => tap / sum);
  }
}

/** Two blocks in a row. */
export function joined(a: Float32Array, b: Float32Array): Float32Array {
  const both = new Float32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
