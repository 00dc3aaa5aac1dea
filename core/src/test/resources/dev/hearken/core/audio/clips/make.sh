#!/bin/bash
# Makes the clips of this folder anew. Needs: espeak-ng sox lame flac vorbis-tools ffmpeg.
# Encoders of other versions write other bytes: run make_golden.py afterwards.
set -eu
cd "$(dirname "$0")"
tmp=$(mktemp -d)
trap 'rm -r "$tmp"' EXIT
espeak-ng -v en -w "$tmp/say.wav" "seven"
sox "$tmp/say.wav" -r 44100 -c 2 "$tmp/stereo.wav" remix 1 1v0.5 trim 0 0.35
sox "$tmp/say.wav" -r 48000 -b 24 -c 2 "$tmp/stereo24.wav" remix 1 1v0.5 trim 0.1 0.1
sox "$tmp/say.wav" -r 16000 "$tmp/mono16k.wav" trim 0 0.35
sox "$tmp/mono16k.wav" -b 8 "$tmp/eight-bit.wav"
sox "$tmp/mono16k.wav" -r 8000 "$tmp/mono8k.wav"
sox "$tmp/mono8k.wav" "$tmp/short.wav" trim 0.1 0.1
sox -M "$tmp"/short.wav{,,,,,,,} "$tmp/eight.wav"

# MP3 at all nine rates of MPEG 1, 2 and 2.5
for rate in 8000 11025 12000 16000 22050 24000 32000 44100 48000; do
    sox "$tmp/say.wav" -r $rate -c 1 "$tmp/r.wav" trim 0 0.35
    lame --quiet -V 9 --resample "$(echo "scale=3; $rate/1000" | bc)" "$tmp/r.wav" mono-$rate.mp3
done
lame --quiet -V 7 -m j "$tmp/stereo.wav" joint-stereo.mp3
lame --quiet -b 96 -m s -p "$tmp/stereo.wav" checked-frames.mp3
lame --quiet -b 64 -t "$tmp/stereo.wav" no-header.mp3
lame --quiet -b 64 --tt seven --ta espeak-ng --add-id3v2 "$tmp/stereo.wav" tagged.mp3
ffmpeg -loglevel error -y -i "$tmp/stereo.wav" -b:a 64k from-ffmpeg.mp3
lame --quiet --freeformat -b 100 "$tmp/mono16k.wav" free-format.mp3

# FLAC: every kind of subframe, stereo coding and sample size the encoders offer
flac --totally-silent --no-padding -f -8 "$tmp/stereo.wav" -o mid-side.flac
flac --totally-silent --no-padding -f -8 "$tmp/stereo24.wav" -o 24-bit.flac
flac --totally-silent --no-padding -f -0 "$tmp/mono16k.wav" -o fixed-predictors.flac
flac --totally-silent --no-padding -f --lax -l 32 -b 1152 -r 0,8 "$tmp/mono16k.wav" -o long-predictor.flac
flac --totally-silent --no-padding -f "$tmp/eight-bit.wav" -o 8-bit.flac
flac --totally-silent --no-padding -f "$tmp/eight.wav" -o eight-channels.flac
flac --totally-silent --no-padding -f --endian=little --sign=signed --channels=1 --bps=16 --sample-rate=16000 \
    --force-raw-format - < <(tail -c +45 "$tmp/mono16k.wav") -o unknown-length.flac
sox "$tmp/mono16k.wav" -b 24 "$tmp/wasted.wav"
flac --totally-silent --no-padding -f "$tmp/wasted.wav" -o wasted-bits.flac
sox "$tmp/say.wav" -r 48000 -b 32 -c 2 "$tmp/stereo32.wav" remix 1 1v0.3 trim 0.1 0.05
flac --totally-silent --no-padding -f -8 "$tmp/stereo32.wav" -o 32-bit.flac
sox -n -r 16000 -c 1 -b 16 -D "$tmp/zeros.wav" trim 0 0.5
sox -n -r 16000 -c 1 -b 16 "$tmp/noise.wav" synth 0.05 whitenoise
flac --totally-silent --no-padding -f "$tmp/zeros.wav" -o constant.flac
flac --totally-silent --no-padding -f "$tmp/noise.wav" -o verbatim.flac

# OGG Vorbis
oggenc -Q -q 2 "$tmp/stereo.wav" -o stereo.ogg
oggenc -Q -q -1 "$tmp/mono8k.wav" -o low-rate.ogg
oggenc -Q -q 9 "$tmp/stereo24.wav" -o high-quality.ogg
oggenc -Q -q 0 "$tmp/eight.wav" -o eight-channels.ogg
ffmpeg -loglevel error -y -i "$tmp/mono16k.wav" -c:a libopus -b:a 12k opus.ogg
