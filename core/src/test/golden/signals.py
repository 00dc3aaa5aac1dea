"""The signals of the golden vectors; Signals.java computes the same, so that no recording is used."""

import math

import numpy as np


class Noise:
    """White noise in [-1, 1) of a linear congruential generator."""

    def __init__(self):
        self.state = 20261121

    def next(self):
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return (self.state >> 8) / 2**23 - 1


def voice(samples, rate):
    """Syllables of a gliding voice with three formants, over faint noise."""
    noise = Noise()
    out = np.empty(samples)
    for i in range(samples):
        t = i / rate
        hertz = 140 + 30 * math.sin(2 * math.pi * 0.7 * t)
        phase = 2 * math.pi * 140 * t - 30 / 0.7 * (math.cos(2 * math.pi * 0.7 * t) - 1)
        value = 0.0
        for h in range(1, 25):
            height = sum(math.exp(-((h * hertz - formant) / 200) ** 2) for formant in (700, 1220, 2600))
            value += (0.02 + height) / h * math.sin(h * phase)
        syllable = max(0, math.sin(2 * math.pi * 1.9 * t)) ** 2
        out[i] = syllable * value + 0.003 * noise.next()
    return out.astype(np.float32)


def beat(samples, rate):
    """A drum each 0.43 seconds, 139.5 to the minute, over faint noise."""
    noise = Noise()
    out = np.empty(samples)
    for i in range(samples):
        since = math.fmod(i / rate, 0.43)
        n = noise.next()
        out[i] = 0.6 * math.exp(-25 * since) * math.sin(2 * math.pi * 180 * since) + (0.3 * math.exp(-60 * since) + 0.002) * n
    return out.astype(np.float32)


def chord(samples, rate):
    """C major with overtones, fading, over faint noise."""
    noise = Noise()
    out = np.empty(samples)
    for i in range(samples):
        t = i / rate
        value = sum(math.sin(2 * math.pi * h * hertz * t) / h**2 for hertz in (261.63, 329.63, 392.0) for h in range(1, 6))
        out[i] = 0.2 * math.exp(-0.8 * t) * value + 0.001 * noise.next()
    return out.astype(np.float32)


def rising_tone(samples, rate):
    """A rising tone that swells and fades, over faint noise; float32."""
    seconds = samples / rate
    noise = Noise()
    out = np.empty(samples)
    for i in range(samples):
        t = i / rate
        tone = math.sin(2 * math.pi * (100 * t + (0.45 * rate - 100) * t * t / (2 * seconds)))
        out[i] = 0.4 * (0.6 + 0.4 * math.cos(2 * math.pi * 3 * t)) * tone + 0.02 * noise.next()
    return out.astype(np.float32)
