import { joined, StreamResampler } from '../audio/StreamResampler';
import type { ModelMetadata } from '../inference/modelMetadata';
import type { Heard } from './heard';
import { Trigger } from './Trigger';

/** Answers windows of `windowSamples` samples, one after the other, with the probabilities of all labels for each. */
export type Classify = (windows: Float32Array, count: number) => Promise<Float32Array>;

/** How much silence ends a stream. */
const FLUSH_SECONDS = 0.5;

/** Windows computed in one call: more do not make it faster, only larger. */
const HOPS_AT_ONCE = 16;

/**
 * One stream being listened to, as `core.streaming.Detector` does with a model that hears its whole window again at each hop: hop `i` is
 * about the window that ends at sample `(i + 1) * hopSamples` of the model's rate, and silence lies before the stream.
 */
export class Detector {
  private readonly resampler: StreamResampler;
  private readonly trigger: Trigger;
  /** The end of what was heard, all of the next window but what its first hop brings, and behind it what waits. */
  private samples: Float32Array;
  private hops = 0;

  constructor(
    private readonly model: ModelMetadata,
    private readonly classify: Classify,
    sampleRateHz: number,
    threshold: number | undefined,
  ) {
    this.resampler = new StreamResampler(sampleRateHz, model.sampleRateHz);
    this.trigger = new Trigger(model, threshold);
    this.samples = new Float32Array(this.remembered());
  }

  /** From now on a label is detected from this score on. */
  setThreshold(threshold: number): void {
    this.trigger.setThreshold(threshold);
  }

  /** The next block, nominally in [-1, 1]; answers the hops it completes. */
  push(block: Float32Array): Promise<Heard> {
    return this.hear(this.resampler.push(block));
  }

  /** The end of the stream: half a second of silence and what a last hop wants. */
  flush(): Promise<Heard> {
    const resampled = this.resampler.flush();
    const { hopSamples, sampleRateHz } = this.model;
    const left = this.samples.length - this.remembered() + resampled.length;
    const whole = Math.ceil((left + Math.floor(FLUSH_SECONDS * sampleRateHz)) / hopSamples) * hopSamples;
    const silence = new Float32Array(whole - left);
    return this.hear(joined(resampled, silence));
  }

  private remembered(): number {
    return Math.max(0, this.model.windowSamples - this.model.hopSamples);
  }

  private async hear(resampled: Float32Array): Promise<Heard> {
    this.samples = joined(this.samples, resampled);
    const heard: Heard = { hops: [], detections: [] };
    const waiting = () => Math.floor((this.samples.length - this.remembered()) / this.model.hopSamples);
    while (waiting() > 0) {
      await this.advance(Math.min(HOPS_AT_ONCE, waiting()), heard);
    }
    return heard;
  }

  private async advance(count: number, heard: Heard): Promise<void> {
    const { windowSamples, hopSamples, labels, sampleRateHz } = this.model;
    const windows = new Float32Array(count * windowSamples);
    for (let i = 0; i < count; i++) {
      const end = this.remembered() + (i + 1) * hopSamples;
      windows.set(this.samples.subarray(end - windowSamples, end), i * windowSamples);
    }
    this.samples = this.samples.slice(count * hopSamples);
    const rows = await this.classify(windows, count);
    for (let i = 0; i < count; i++) {
      const row = rows.subarray(i * labels.length, (i + 1) * labels.length);
      this.hops++;
      heard.hops.push({ atSeconds: (this.hops * hopSamples) / sampleRateHz, probabilities: [...row] });
      const detection = this.trigger.step(row);
      if (detection) {
        heard.detections.push(detection);
      }
    }
  }
}
