import { StreamResampler } from '../audio/StreamResampler';
import { LogMel, type LogMelSettings } from '../features/LogMel';
import type { Detection, Heard, Hop } from './heard';
import { Recent } from './Recent';

/** How much of the stream is shown, and kept for clips. */
export const SHOWN_SECONDS = 8;
const KEPT_SECONDS = 20;

/** Loudest and lowest sample of so much sound make one line of the waveform. */
const PEAK_SECONDS = 0.01;

/** A detection with the sound that fired it, which is a little longer than the event. */
export type Mark = Detection & { number: number; clip: Float32Array; wrong?: boolean };

const BEFORE_SECONDS = 0.3;

/** What can be downloaded of a long listening: an hour at ten hops a second. */
const MOST_HOPS = 36_000;
const MOST_MARKS = 50;

/**
 * One listening, as a page shows it: the last seconds of its sound, its log-mel and its posteriors, and its detections. What changes many
 * times a second is read when a frame is drawn; whoever subscribes is told of detections alone.
 */
export class Session {
  readonly peaks: [low: number, high: number][] = [];
  readonly mel: Float32Array[] = [];
  readonly hops: Hop[] = [];
  /** All of them, for whoever wants to keep what was heard. */
  readonly track: Hop[] = [];
  readonly recent: Recent;
  /** When, to tell sessions apart. */
  readonly began = Date.now();
  private readonly resampler: StreamResampler;
  private readonly logMel: LogMel;
  private readonly subscribers = new Set<() => void>();
  private marked: readonly Mark[] = [];
  private unpeaked: number[] = [];
  private detections = 0;

  constructor(
    readonly labels: string[],
    readonly sampleRateHz: number,
    readonly melSettings: LogMelSettings,
  ) {
    this.recent = new Recent(sampleRateHz, KEPT_SECONDS);
    this.resampler = new StreamResampler(sampleRateHz, melSettings.sampleRateHz);
    this.logMel = new LogMel(melSettings);
  }

  /** How much has been heard. */
  get seconds(): number {
    return this.recent.seconds;
  }

  /** Detections, newest first; another array after each change. */
  readonly marks = (): readonly Mark[] => this.marked;

  readonly subscribe = (subscriber: () => void): (() => void) => {
    this.subscribers.add(subscriber);
    return () => this.subscribers.delete(subscriber);
  };

  /** What the microphone picked up. */
  push(samples: Float32Array): void {
    this.recent.push(samples);
    this.addPeaks(samples);
    this.mel.push(...this.logMel.push(this.resampler.push(samples)));
    const { sampleRateHz, hopSamples } = this.melSettings;
    forget(this.peaks, SHOWN_SECONDS / PEAK_SECONDS);
    forget(this.mel, (SHOWN_SECONDS * sampleRateHz) / hopSamples);
  }

  /** What was heard in it. */
  hear({ hops, detections }: Heard): void {
    this.hops.push(...hops);
    this.track.push(...hops);
    forget(this.track, MOST_HOPS);
    while (this.hops.length > 0 && this.hops[0].atSeconds < this.seconds - SHOWN_SECONDS - 1) {
      this.hops.shift();
    }
    if (detections.length > 0) {
      const marks = detections.map((detection) => this.mark(detection)).reverse();
      this.change([...marks, ...this.marked].slice(0, MOST_MARKS));
    }
  }

  /** Remembers that a person said a detection was wrong. */
  refute(number: number): void {
    this.change(this.marked.map((mark) => (mark.number === number ? { ...mark, wrong: true } : mark)));
  }

  private mark(detection: Detection): Mark {
    const clip = this.recent.between(detection.startSeconds - BEFORE_SECONDS, detection.endSeconds);
    return { ...detection, clip, number: ++this.detections };
  }

  private addPeaks(samples: Float32Array): void {
    const each = Math.round(PEAK_SECONDS * this.sampleRateHz);
    for (const sample of samples) {
      this.unpeaked.push(sample);
      if (this.unpeaked.length === each) {
        this.peaks.push([Math.min(...this.unpeaked), Math.max(...this.unpeaked)]);
        this.unpeaked = [];
      }
    }
  }

  private change(marks: readonly Mark[]): void {
    this.marked = marks;
    this.subscribers.forEach((subscriber) => subscriber());
  }
}

function forget(list: unknown[], most: number): void {
  list.splice(0, Math.max(0, list.length - Math.ceil(most)));
}
