/** What a model file says of itself that running it takes; see docs/formats.md. */
export type ModelMetadata = {
  task: string;
  labels: string[];
  sampleRateHz: number;
  windowSamples: number;
  hopSamples: number;
  /** From which score on a label is detected where the user names none. */
  thresholds: Map<string, number>;
  /** What the output `known` must reach, in a model that knows when a sound is none of its labels. */
  openSetThreshold: number | undefined;
  detection: DetectionRule;
  network: string;
};

/** How probabilities on a stream become detections. */
export type DetectionRule = { smoothingFrames: number; refractorySamples: number; eventSamples: number };

/** For a model that was never measured on streams. */
const UNMEASURED = 0.5;

/** Labels that begin so are what else there is to hear, and no events. */
const NO_EVENT = '_';

/**
 * Reads the metadata of a model file.
 *
 * @throws Error if it is no Hearken model
 */
export function modelMetadata(file: ArrayBuffer): ModelMetadata {
  const properties = metadataProperties(new Uint8Array(file));
  const required = (key: string) => {
    const value = properties.get(`hearken.${key}`);
    if (value === undefined) {
      throw new Error(`the model file has no hearken.${key}`);
    }
    return value;
  };
  const optional = (key: string): unknown => JSON.parse(properties.get(`hearken.${key}`) ?? 'null');
  const labels = JSON.parse(required('labels')) as string[];
  const sampleRateHz = Number(required('sample_rate_hz'));
  const windowSamples = Number(required('window_samples'));
  const provenance = optional('provenance') as { settings?: { network?: string } } | null;
  return {
    task: required('task'),
    labels,
    sampleRateHz,
    windowSamples,
    hopSamples: Number(required('hop_samples')),
    thresholds: thresholds(labels, JSON.parse(required('operating_points')) as Point[]),
    openSetThreshold: (optional('open_set') as { threshold: number } | null)?.threshold,
    detection: (optional('detection') as DetectionRule | null) ?? {
      smoothingFrames: 3,
      refractorySamples: sampleRateHz,
      eventSamples: windowSamples,
    },
    network: provenance?.settings?.network ?? '',
  };
}

type Point = { label: string; threshold: number };

function thresholds(labels: string[], points: Point[]): Map<string, number> {
  return new Map(
    labels
      .filter((label) => !label.startsWith(NO_EVENT))
      .map((label) => [label, points.find((point) => point.label === label)?.threshold ?? UNMEASURED]),
  );
}

/** Field 14 of an ONNX `ModelProto`: pairs of key (1) and value (2). */
const METADATA_PROPS = 14;

function metadataProperties(model: Uint8Array): Map<string, string> {
  const properties = new Map<string, string>();
  for (const [field, entry] of fields(model)) {
    if (field === METADATA_PROPS) {
      const parts = new Map(fields(entry));
      const text = (part: number) => new TextDecoder().decode(parts.get(part));
      properties.set(text(1), text(2));
    }
  }
  return properties;
}

/** The length-delimited fields of a protocol-buffer message; the others are stepped over. */
function* fields(message: Uint8Array): Generator<[number, Uint8Array]> {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; at < message.length; shift += 7) {
      const byte = message[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        break;
      }
    }
    return value;
  };
  while (at < message.length) {
    const tag = varint();
    const wire = tag & 7;
    if (wire === 2) {
      const length = varint();
      yield [Math.floor(tag / 8), message.subarray(at, at + length)];
      at += length;
    } else if (wire === 0) {
      varint();
    } else {
      at += wire === 1 ? 8 : 4;
    }
  }
}
