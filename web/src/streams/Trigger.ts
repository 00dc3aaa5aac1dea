import type { ModelMetadata } from '../inference/modelMetadata';
import type { Detection } from './heard';

/** One label to be detected: its place in the output, its threshold, its score so far. */
type Watch = { index: number; label: string; threshold: number; last: number[]; above: boolean };

/** Follows the detection rule along one stream, for all labels that have a threshold, as `core.streaming.Trigger` does. */
export class Trigger {
  private readonly watches: Watch[];
  private readonly refractoryFrames: number;
  private frame = 0;
  private nextFrame = 0;

  /** @param threshold the same for every label, or the model's own where it is undefined */
  constructor(
    private readonly model: ModelMetadata,
    threshold: number | undefined,
  ) {
    this.watches = [...model.thresholds].map(([label, own]) => ({
      index: model.labels.indexOf(label),
      label,
      threshold: threshold ?? own,
      last: new Array<number>(model.detection.smoothingFrames).fill(0),
      above: false,
    }));
    this.refractoryFrames = Math.ceil(model.detection.refractorySamples / model.hopSamples);
  }

  /** From now on a label is detected from this score on. */
  setThreshold(threshold: number): void {
    this.watches.forEach((watch) => (watch.threshold = threshold));
  }

  /** The next frame; of several labels that cross their thresholds in it the one with the highest score is detected. */
  step(probabilities: ArrayLike<number>): Detection | undefined {
    let highest: { watch: Watch; score: number } | undefined;
    for (const watch of this.watches) {
      watch.last = [...watch.last.slice(1), probabilities[watch.index]];
      const score = Math.fround(watch.last.reduce((sum, each) => sum + each, 0) / watch.last.length);
      const crosses = score >= watch.threshold && !watch.above;
      watch.above = score >= watch.threshold;
      if (crosses && (!highest || score > highest.score)) {
        highest = { watch, score };
      }
    }
    const now = this.frame++;
    if (!highest || now < this.nextFrame) {
      return undefined;
    }
    this.nextFrame = now + this.refractoryFrames;
    return this.detection(highest.watch.label, highest.score, (now + 1) * this.model.hopSamples);
  }

  private detection(label: string, score: number, endSample: number): Detection {
    const { sampleRateHz, detection } = this.model;
    const startSample = Math.max(0, endSample - detection.eventSamples);
    return { label, score, startSeconds: startSample / sampleRateHz, endSeconds: endSample / sampleRateHz };
  }
}
