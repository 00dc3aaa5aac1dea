/** A recording stops by itself after this long. */
const MAX_SECONDS = 5;

/** Browsers give the microphone to pages of this machine and to pages over HTTPS only. */
export function canRecord() {
  return Boolean(navigator.mediaDevices?.getUserMedia && globalThis.AudioWorkletNode);
}

/** One recording from the microphone, as it was picked up: mono, 16-bit, at the microphone's own rate. */
export class Recording {
  /** @param onLevel told the loudness, 0 to 1, many times a second */
  constructor(onLevel) {
    this.onLevel = onLevel;
    this.stopped = new Promise((resolve) => (this.stop = resolve));
  }

  /** Records until stop() or the time is over, and gives the WAV file. */
  async wav() {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
    const context = new AudioContext();
    try {
      await context.audioWorklet.addModule("/capture.js");
      const capture = new AudioWorkletNode(context, "capture", { numberOfOutputs: 0 });
      const pieces = [];
      capture.port.onmessage = ({ data }) => {
        pieces.push(data);
        this.onLevel(Math.min(1, 4 * Math.sqrt(data.reduce((sum, x) => sum + x * x, 0) / data.length)));
      };
      context.createMediaStreamSource(stream).connect(capture);
      const timer = setTimeout(this.stop, MAX_SECONDS * 1000);
      await this.stopped;
      clearTimeout(timer);
      return new File([encode(pieces, context.sampleRate)], "microphone.wav", { type: "audio/wav" });
    } finally {
      stream.getTracks().forEach((track) => track.stop());
      await context.close();
    }
  }
}

/** RIFF/WAVE, PCM, mono, 16-bit little-endian. */
function encode(pieces, rate) {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const view = new DataView(new ArrayBuffer(44 + 2 * length));
  const text = (at, word) => [...word].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, 36 + 2 * length, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, 2 * rate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, 2 * length, true);
  let at = 44;
  for (const piece of pieces) {
    for (const sample of piece) {
      view.setInt16(at, Math.max(-1, Math.min(1, sample)) * 32767, true);
      at += 2;
    }
  }
  return view.buffer;
}
