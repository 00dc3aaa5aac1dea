"""Writes golden numbers from independent implementations, for the tests of this package.

Needs numpy, soundfile (libsndfile: FLAC, Vorbis; mpg123 inside for MP3), soxr, and flac for 32-bit FLAC.

clips.tsv           every clip in clips/ decoded by libsndfile and mixed to its mean
real-clips.tsv      the same of a few recordings of the shared data (HEARKEN_DATA or ../shared/data from the project's root)
resampled.tsv       a sum of sines resampled by soxr, quality VHQ
"""

import glob
import io
import os
import pathlib
import subprocess

import numpy as np
import soundfile as sf
import soxr

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[7]
DATA = pathlib.Path(os.environ.get("HEARKEN_DATA", ROOT.parent / "shared" / "data"))
REAL = [
    "fsdd/recordings/7_jackson_0.wav",
    "speech-commands/yes/*.flac",
    "noise/pink_noise.flac",
    "wake-words/computer/*.flac",
    "esc10/dog_bark/1-100032-A.ogg",
    "esc10/rain/*.ogg",
    "spoken-english-scored/clips/*.ogg",
    "speech/commands/*.ogg",
]


def row(name, path):
    if name == "32-bit.flac":  # libsndfile stops at 24 bits
        path = io.BytesIO(subprocess.run(["flac", "-s", "-d", "-c", path], check=True, capture_output=True).stdout)
    info = sf.info(path)
    if isinstance(path, io.BytesIO):
        path.seek(0)
    samples = sf.read(path, dtype="float64", always_2d=True)[0].mean(axis=1)
    n = len(samples)
    at = [n * k // 8 for k in range(1, 8)]
    values = [f"{i}:{samples[i]:.9g}" for i in at]
    rms = np.sqrt(np.mean(samples**2))
    return "\t".join([name, str(info.samplerate), str(info.channels), str(n), f"{rms:.9g}", *values])


def clips():
    unread = {"free-format.mp3", "opus.ogg"}
    for path in sorted(glob.glob(str(HERE / "clips" / "*.*"))):
        name = os.path.basename(path)
        if name.endswith((".mp3", ".flac", ".ogg")) and name not in unread:
            yield row(name, path)


def real_clips():
    for pattern in REAL:
        path = sorted(DATA.glob(pattern))[0]
        yield row(str(path.relative_to(DATA)), path)


def resampled():
    """0.1 s of 300, 1700 and 3300 Hz under a Hann window, so that the ends do not matter."""
    for source, target in [(44100, 16000), (44100, 8000), (48000, 16000), (22050, 16000), (8000, 16000), (16000, 8000)]:
        n = source // 10
        t = np.arange(n) / source
        x = sum(np.sin(2 * np.pi * f * t) for f in (300, 1700, 3300)) / 4
        x *= 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(n) / n)
        y = soxr.resample(x, source, target, quality="VHQ")
        values = [f"{i}:{y[i]:.9g}" for i in range(len(y) // 4, 3 * len(y) // 4, len(y) // 40)]
        yield "\t".join([str(source), str(target), str(n), str(len(y)), *values])


def write(name, rows):
    (HERE / name).write_text("\n".join(rows) + "\n")


write("clips.tsv", clips())
write("real-clips.tsv", real_clips())
write("resampled.tsv", resampled())
