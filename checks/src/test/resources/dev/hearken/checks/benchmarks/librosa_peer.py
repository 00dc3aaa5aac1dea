"""Answers one line to each line it is sent; the other side is Librosa.java.

prepare RATE FFT WINDOW HOP LOW HIGH FLOOR BANDS FILE   loads clips of one second and runs each once
round called|kept                                      clips a second, the filter bank made anew for each clip or kept
first FILE                                             writes the features of the first clip, float32 [frames, bands]
"""

import sys
import time

import librosa
import numpy as np


class Peer:
    def prepare(self, rate, fft, window, hop, low, high, floor, bands, file):
        self.rate, self.floor = int(rate), np.float32(floor)
        self.frames = dict(n_fft=int(fft), win_length=int(window), hop_length=int(hop), center=False)
        self.bands = dict(n_mels=int(bands), fmin=float(low), fmax=float(high))
        self.bank = librosa.filters.mel(sr=self.rate, n_fft=int(fft), **self.bands)
        self.clips = np.fromfile(file, dtype="<f4").reshape(-1, self.rate)
        self.round("called")
        self.round("kept")
        return "ready"

    def called(self, clip):
        mel = librosa.feature.melspectrogram(y=clip, sr=self.rate, **self.frames, **self.bands)
        return np.log(np.maximum(mel, self.floor))

    def kept(self, clip):
        power = np.abs(librosa.stft(clip, **self.frames)) ** 2
        return np.log(np.maximum(self.bank @ power, self.floor))

    def round(self, way):
        run = getattr(self, way)
        start = time.perf_counter()
        for clip in self.clips:
            run(clip)
        return len(self.clips) / (time.perf_counter() - start)

    def first(self, file):
        np.ascontiguousarray(self.called(self.clips[0]).T, dtype="<f4").tofile(file)
        return "written"


peer = Peer()
print(f"librosa {librosa.__version__}, numpy {np.__version__}", flush=True)
for line in sys.stdin:
    verb, *arguments = line.split()
    print(getattr(peer, verb)(*arguments), flush=True)
