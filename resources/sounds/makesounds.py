#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the five sounds of the door. Who cannot hear pitch well tells them apart by rhythm:
go short-long rising, ask long-short-short, help desk two long equal ones, stop one harsh long one, already four quick falling ones."""

import math
import pathlib
import struct
import wave

RATE = 44100
PEAK = 0.7
RAMP = 0.006  # seconds in which a tone comes and goes, so that it does not click

SOFT = {1: 1.0, 2: 0.25, 3: 0.1}  # strength of each harmonic
HARSH = {1: 1.0, 3: 0.6, 5: 0.45, 7: 0.35, 9: 0.25}

# Each sound: (start in seconds, length in seconds, hertz at its start, hertz at its end, harmonics)
SOUNDS = {
    "go": [(0.00, 0.07, 1047, 1047, SOFT), (0.10, 0.18, 1568, 1568, SOFT)],
    "ask": [(0.00, 0.15, 659, 659, SOFT), (0.19, 0.06, 880, 880, SOFT), (0.29, 0.08, 880, 1175, SOFT)],
    "helpdesk": [(0.00, 0.16, 523, 523, SOFT), (0.22, 0.16, 523, 440, SOFT)],
    "stop": [(0.00, 0.38, 165, 147, HARSH)],
    "already": [(0.09 * n, 0.05, hertz, hertz, HARSH) for n, hertz in enumerate((494, 415, 349, 294))],
}


def samples(tones):
    length = max(start + duration for start, duration, *_ in tones)
    sound = [0.0] * round(length * RATE)
    for start, duration, low, high, harmonics in tones:
        first, count, phase = round(start * RATE), round(duration * RATE), 0.0
        for index in range(min(count, len(sound) - first)):
            at = index / RATE
            phase += 2 * math.pi * (low + (high - low) * at / duration) / RATE
            loudness = min(1.0, at / RAMP, (duration - at) / RAMP)
            sound[first + index] += loudness * sum(s * math.sin(n * phase) for n, s in harmonics.items())
    loudest = max(abs(value) for value in sound)
    return [value / loudest * PEAK for value in sound]


def main():
    folder = pathlib.Path(__file__).parent
    for name, tones in SOUNDS.items():
        values = [round(value * 32767) for value in samples(tones)]
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(values)}h", *values))


if __name__ == "__main__":
    main()
