/** What one hop of a stream brought: the posteriors of the window that ends there, in the order of the labels. */
export type Hop = { atSeconds: number; probabilities: number[] };

/** A label heard on a stream; begun the usual length of the event before its end, and told at its end. */
export type Detection = { label: string; startSeconds: number; endSeconds: number; score: number };

/** What a block of samples brought. */
export type Heard = { hops: Hop[]; detections: Detection[] };

/** Who listens, and in which order probabilities come. */
export type Ready = { labels: string[]; hopSeconds: number; modelVersion?: number };

/** One stream being listened to, on this device or by the server. */
export interface Listener {
  /** Mono samples in [-1, 1], at the rate it was opened with. */
  push(samples: Float32Array): void;
  /** From now on a label is detected from this score on. */
  setThreshold(threshold: number): void;
  /** Ends the stream: resolves when all of it has been heard. */
  flush(): Promise<void>;
  close(): void;
}

/** Who is told. */
export type Told = { onHeard: (heard: Heard) => void; onFailure: (failure: unknown) => void };

/** What a listener is opened with. */
export type Opening = { project: string; sampleRateHz: number; threshold: number | undefined };
