"""Makes the golden vectors of the front ends with librosa and torchaudio.

    pip install numpy librosa torch torchaudio
    python features.py ../resources/golden/features

For each case it writes NAME.f32 (float32, little-endian, row-major [frames, channels]) and one line of cases.json with the
settings. No recording is used: both sides compute the same signal (see signals.py and Signals.java).
"""

import json
import pathlib
import sys

import librosa
import numpy as np
import torch
import torchaudio

from signals import rising_tone

POWER = {"MAGNITUDE": 1.0, "POWER": 2.0}


def log(values, s):
    if s["unit"] == "NATURAL":
        return np.log(np.maximum(values, s["floor"]))
    if s["spectrum"] == "POWER":
        return librosa.power_to_db(values, ref=1.0, amin=s["floor"], top_db=None)
    return librosa.amplitude_to_db(values, ref=1.0, amin=s["floor"], top_db=None)


def by_librosa(x, s):
    mel = librosa.feature.melspectrogram(
        y=x, sr=s["sampleRateHz"], n_fft=s["fftSize"], win_length=s["windowSamples"], hop_length=s["hopSamples"],
        window="hann", center=s["padding"] != "NONE", pad_mode="reflect" if s["padding"] == "REFLECT" else "constant",
        power=POWER[s["spectrum"]], n_mels=s["bands"], fmin=s["minHz"], fmax=s["maxHz"],
        htk=s["scale"] == "HTK", norm="slaney" if s["norm"] == "SLANEY" else None)
    values = log(mel, s)
    if "coefficients" in s:
        values = librosa.feature.mfcc(S=values, n_mfcc=s["coefficients"], dct_type=2, norm="ortho")
    return values.T


def by_torchaudio(x, s):
    settings = dict(
        n_fft=s["fftSize"], win_length=s["windowSamples"], hop_length=s["hopSamples"], center=s["padding"] != "NONE",
        pad_mode="reflect" if s["padding"] == "REFLECT" else "constant", power=POWER[s["spectrum"]],
        n_mels=s["bands"], f_min=s["minHz"], f_max=s["maxHz"], mel_scale=s["scale"].lower(),
        norm="slaney" if s["norm"] == "SLANEY" else None)
    audio = torch.from_numpy(x)
    if "coefficients" in s:
        # MFCC here means decibels with a floor of 1e-10 and nothing more than 80 dB below the maximum: see that it never bites.
        assert s["unit"] == "DECIBEL" and s["floor"] == 1e-10
        mfcc = torchaudio.transforms.MFCC(s["sampleRateHz"], n_mfcc=s["coefficients"], melkwargs=settings)
        levels = mfcc.amplitude_to_DB.__class__("power", None)(mfcc.MelSpectrogram(audio))
        assert levels.min() > levels.max() - 80
        return mfcc(audio).numpy().T
    return log(torchaudio.transforms.MelSpectrogram(s["sampleRateHz"], **settings)(audio).numpy(), s).T


def settings(rate, fft, window, hop, padding, bands, low, high, scale, norm, spectrum, unit, floor, **more):
    return dict(
        sampleRateHz=rate, fftSize=fft, windowSamples=window, hopSamples=hop, padding=padding, bands=bands, minHz=low,
        maxHz=high, scale=scale, norm=norm, spectrum=spectrum, unit=unit, floor=floor, **more)


DIGITS = settings(8000, 256, 256, 128, "NONE", 40, 0, 4000, "SLANEY", "SLANEY", "POWER", "NATURAL", 1e-6)
SPEECH = settings(16000, 512, 400, 160, "NONE", 40, 20, 7600, "SLANEY", "SLANEY", "POWER", "NATURAL", 1e-6)
KEYWORDS = settings(
    16000, 512, 400, 160, "NONE", 64, 20, 7600, "SLANEY", "SLANEY", "POWER", "DECIBEL", 1e-10, coefficients=40)
CASES = [
    # name, tool, samples, settings
    ("digits8k-librosa", by_librosa, 5000, DIGITS),
    ("digits8k-torchaudio", by_torchaudio, 5000, DIGITS),
    ("speech16k-librosa", by_librosa, 8000, SPEECH),
    ("speech16k-torchaudio", by_torchaudio, 8000, SPEECH),
    ("keywords16k-librosa", by_librosa, 8000, KEYWORDS),
    ("keywords16k-torchaudio", by_torchaudio, 8000, KEYWORDS),
    # Mirrored edges, HTK bands of height 1, decibels of power.
    ("htk-reflect-librosa", by_librosa, 4001,
     settings(16000, 512, 512, 200, "REFLECT", 30, 0, 8000, "HTK", "NONE", "POWER", "DECIBEL", 1e-10)),
    ("htk-reflect-torchaudio", by_torchaudio, 4001,
     settings(16000, 512, 512, 200, "REFLECT", 30, 0, 8000, "HTK", "NONE", "POWER", "DECIBEL", 1e-10)),
    # Zeros at the edges, magnitudes, decibels of magnitude.
    ("magnitude-zero-librosa", by_librosa, 3000,
     settings(8000, 256, 200, 80, "ZERO", 20, 100, 3800, "SLANEY", "NONE", "MAGNITUDE", "DECIBEL", 1e-5)),
    ("magnitude-zero-torchaudio", by_torchaudio, 3000,
     settings(8000, 256, 200, 80, "ZERO", 20, 100, 3800, "SLANEY", "NONE", "MAGNITUDE", "DECIBEL", 1e-5)),
    # A hop that shares no factor with the DFT length, and an odd window.
    ("odd-hop-librosa", by_librosa, 6000,
     settings(44100, 1024, 883, 441, "NONE", 40, 50, 16000, "HTK", "SLANEY", "POWER", "NATURAL", 1e-6)),
    # A hop that shares only the factor 4 with it.
    ("hop-220-librosa", by_librosa, 4000,
     settings(22050, 512, 512, 220, "REFLECT", 24, 0, 11025, "SLANEY", "SLANEY", "POWER", "NATURAL", 1e-6)),
]


def main(folder):
    versions = {"by_librosa": f"librosa {librosa.__version__}", "by_torchaudio": f"torchaudio {torchaudio.__version__}"}
    lines = []
    for name, tool, samples, s in CASES:
        values = np.ascontiguousarray(tool(rising_tone(samples, s["sampleRateHz"]), s), dtype="<f4")
        values.tofile(folder / f"{name}.f32")
        case = dict(name=name, tool=versions[tool.__name__], samples=samples, frames=values.shape[0],
                    channels=values.shape[1], settings=s)
        lines.append(json.dumps(case))
    (folder / "cases.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
