import { PowerSpectrum } from './fft';

/** Frames, window and bands of a log-mel spectrogram, as `core.features` has them. */
export type LogMelSettings = {
  sampleRateHz: number;
  fftSamples: number;
  windowSamples: number;
  hopSamples: number;
  bands: number;
  minHz: number;
  maxHz: number;
  /** The least power that is told from silence. */
  floor: number;
};

/** What Google's speech embedding listens to: `EmbeddingMel`. */
export const EMBEDDING_MEL: LogMelSettings = {
  sampleRateHz: 16_000,
  fftSamples: 512,
  windowSamples: 400,
  hopSamples: 160,
  bands: 32,
  minHz: 60,
  maxHz: 3_800,
  floor: 100 / 2 ** 30,
};

/** `LogMel.speech16k()`: what networks at 16 kHz without the embedding listen to. */
export const SPEECH_16K: LogMelSettings = { ...EMBEDDING_MEL, bands: 40, minHz: 20, maxHz: 7_600, floor: 1e-6 };

/** `LogMel.digits8k()`. */
export const DIGITS_8K: LogMelSettings = {
  sampleRateHz: 8_000,
  fftSamples: 256,
  windowSamples: 256,
  hopSamples: 128,
  bands: 40,
  minHz: 0,
  maxHz: 4_000,
  floor: 1e-6,
};

/** The log-mel spectrogram of a stream: blocks of samples in, whole frames of natural logarithms out. */
export class LogMel {
  private readonly window: Float64Array;
  private readonly filters: Float64Array[];
  private readonly spectrum: PowerSpectrum;
  private pending: Float32Array = new Float32Array(0);

  constructor(readonly settings: LogMelSettings) {
    const { windowSamples, fftSamples } = settings;
    this.window = Float64Array.from(
      { length: windowSamples },
      (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / windowSamples),
    );
    this.filters = slaneyFilters(settings);
    this.spectrum = new PowerSpectrum(fftSamples);
  }

  /** The frames that these samples complete, each with one value a band. */
  push(samples: Float32Array): Float32Array[] {
    const { fftSamples, hopSamples } = this.settings;
    const all = new Float32Array(this.pending.length + samples.length);
    all.set(this.pending);
    all.set(samples, this.pending.length);
    const frames: Float32Array[] = [];
    let from = 0;
    for (; from + fftSamples <= all.length; from += hopSamples) {
      frames.push(this.frame(all, from));
    }
    this.pending = all.slice(from);
    return frames;
  }

  private frame(samples: Float32Array, from: number): Float32Array {
    // The window stands in the frame's middle.
    const lead = from + (this.settings.fftSamples - this.settings.windowSamples) / 2;
    const windowed = this.window.map((weight, i) => weight * samples[lead + i]);
    const power = this.spectrum.of(windowed);
    return Float32Array.from(this.filters, (filter) => {
      let sum = 0;
      for (let bin = 0; bin < filter.length; bin++) {
        sum += filter[bin] * power[bin];
      }
      return Math.log(Math.max(sum, this.settings.floor));
    });
  }
}

const BREAK_HZ = 1_000;
const HZ_A_MEL = 200 / 3;
const LOG_STEP = Math.log(6.4) / 27;

function mel(hz: number): number {
  return hz < BREAK_HZ ? hz / HZ_A_MEL : BREAK_HZ / HZ_A_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
}

function hertz(value: number): number {
  const breakMel = BREAK_HZ / HZ_A_MEL;
  return value < breakMel ? value * HZ_A_MEL : BREAK_HZ * Math.exp(LOG_STEP * (value - breakMel));
}

/** Slaney's triangles, each of area 1. */
function slaneyFilters({ bands, minHz, maxHz, fftSamples, sampleRateHz }: LogMelSettings): Float64Array[] {
  const edge = (i: number) => hertz(mel(minHz) + ((mel(maxHz) - mel(minHz)) * i) / (bands + 1));
  return Array.from({ length: bands }, (_, band) => {
    const [low, middle, high] = [edge(band), edge(band + 1), edge(band + 2)];
    return Float64Array.from({ length: fftSamples / 2 + 1 }, (_, bin) => {
      const hz = (bin * sampleRateHz) / fftSamples;
      const height = Math.min((hz - low) / (middle - low), (high - hz) / (high - middle));
      return (Math.max(0, height) * 2) / (high - low);
    });
  });
}
