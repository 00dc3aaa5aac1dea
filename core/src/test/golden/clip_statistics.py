"""Makes the golden values of the clip statistics with librosa.

    pip install numpy librosa
    python clip_statistics.py ../resources/golden/statistics.json

Each case is one line: a signal of Signals.java, its length and rate, and by feature name the mean over frames, the standard deviation
over frames, or the tempo. All of librosa's settings are its defaults, but for tuning=0 in the chroma. No recording is used: both sides
compute the same signals.
"""

import json
import pathlib
import sys

import librosa
import numpy as np

from signals import beat, chord, rising_tone, voice

PITCHES = ["c", "c_sharp", "d", "d_sharp", "e", "f", "f_sharp", "g", "g_sharp", "a", "a_sharp", "b"]


SIGNALS = {"risingTone": rising_tone, "voice": voice, "beat": beat, "chord": chord}


def statistics(y, rate):
    rows = {f"mfcc_{i + 1}": row for i, row in enumerate(librosa.feature.mfcc(y=y, sr=rate, n_mfcc=13))}
    rows["spectral_centroid_hz"] = librosa.feature.spectral_centroid(y=y, sr=rate)
    rows["spectral_rolloff_hz"] = librosa.feature.spectral_rolloff(y=y, sr=rate)
    rows["zero_crossing_rate"] = librosa.feature.zero_crossing_rate(y)
    rows["rms"] = librosa.feature.rms(y=y)
    rows |= {f"chroma_{p}": row for p, row in zip(PITCHES, librosa.feature.chroma_stft(y=y, sr=rate, tuning=0.0))}
    values = {name: float(np.mean(row, dtype=np.float64)) for name, row in rows.items()}
    values |= {name + "_deviation": float(np.std(row, dtype=np.float64)) for name, row in rows.items()}
    values["tempo_bpm"] = float(librosa.feature.tempo(y=y, sr=rate)[0])
    return values


CASES = [
    ("risingTone", 22050, 44100), ("voice", 22050, 66150), ("beat", 22050, 110250), ("chord", 22050, 60001),
    ("voice", 16000, 80000), ("beat", 16000, 192000), ("chord", 16000, 2048), ("voice", 44100, 70000),
]


def main(file):
    lines = []
    for name, rate, samples in CASES:
        values = {key: float(f"{value:.8g}") for key, value in statistics(SIGNALS[name](samples, rate), rate).items()}
        case = dict(signal=name, sampleRateHz=rate, samples=samples, tool=f"librosa {librosa.__version__}", values=values)
        lines.append(json.dumps(case))
    file.write_text("[\n" + ",\n".join(lines) + "\n]\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
