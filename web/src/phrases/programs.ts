import type { Card } from '../models/versions';

type Program = { language: string; needs: string; text: (file: string, card: Card) => string };

/** Programs that run a detector where the user wants it; docs/detection.md explains them. */
export const PROGRAMS: Program[] = [
  {
    language: 'Python',
    needs: 'pip install onnxruntime numpy; 16-bit mono samples on standard input.',
    text: (file, { sample_rate_hz }) => `# arecord -q -f S16_LE -r ${sample_rate_hz} -t raw | python listen.py
import json, sys, numpy, onnxruntime
session = onnxruntime.InferenceSession("${file}")
about = {k[8:]: json.loads(v) for k, v in session.get_modelmeta().custom_metadata_map.items() if k != "hearken.task"}
rule, hop, threshold = about["detection"], about["hop_samples"], about["operating_points"][0]["threshold"]
sound, last, above, now, next = numpy.zeros(about["window_samples"], "float32"), [0] * rule["smoothingFrames"], False, 0, 0
while len(block := sys.stdin.buffer.read(2 * hop)) == 2 * hop:
    sound, now = numpy.append(sound[hop:], numpy.frombuffer(block, "<i2").astype("float32") / 32768), now + hop
    last = last[1:] + [session.run(["frame_probabilities"], {"audio": sound[None]})[0][0, -1, 0]]
    score, before, above = sum(last) / len(last), above, sum(last) / len(last) >= threshold
    if above and not before and now >= next:
        print(about["labels"][0], now / about["sample_rate_hz"], score, flush=True)
        next = now + rule["refractorySamples"]
`,
  },
  {
    language: 'Java',
    needs: 'dev.hearken:hearken-core; it computes each frame once.',
    text: (file) => `try (DetectorPool pool = DetectorPool.open(ModelFile.read(Path.of("${file}")))) {
    Detector detector = pool.detector(48_000);
    while (microphone.read(block)) { // float[], any length, full scale 1
        detector.push(block).forEach(hop -> hop.detection().ifPresent(System.out::println));
    }
}
`,
  },
  {
    language: 'Browser',
    needs: 'npm install onnxruntime-web; once for each hop, with the window that ends there.',
    text: (
      file,
      { window_samples, hop_samples, sample_rate_hz, operating_points },
    ) => `import * as ort from "onnxruntime-web";
const session = await ort.InferenceSession.create("${file}");
const sound = new Float32Array(${window_samples});

// hop: ${hop_samples} samples at ${sample_rate_hz} Hz, full scale 1
export async function hear(hop) {
  sound.copyWithin(0, ${hop_samples});
  sound.set(hop, sound.length - ${hop_samples});
  const audio = new ort.Tensor("float32", sound, [1, sound.length]);
  const { probabilities } = await session.run({ audio });
  return probabilities.data[0] >= ${(operating_points.at(0)?.threshold ?? 0.5).toFixed(3)}; // better: the mean of the last three
}
`,
  },
];
