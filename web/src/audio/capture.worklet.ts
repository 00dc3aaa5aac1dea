/** Runs on the browser's audio thread and hands the microphone's samples to the page, a few blocks at a time. */
declare const registerProcessor: (name: string, processor: unknown) => void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

/** 21 ms at 48 kHz: soon enough to be heard at once, seldom enough to cost nothing. */
const SAMPLES_AT_ONCE = 1024;

registerProcessor(
  'capture',
  class extends AudioWorkletProcessor {
    private block = new Float32Array(SAMPLES_AT_ONCE);
    private filled = 0;

    process([[samples]]: Float32Array[][]): boolean {
      if (samples as Float32Array | undefined) {
        this.block.set(samples, this.filled);
        this.filled += samples.length;
        if (this.filled === SAMPLES_AT_ONCE) {
          this.port.postMessage(this.block, [this.block.buffer]);
          this.block = new Float32Array(SAMPLES_AT_ONCE);
          this.filled = 0;
        }
      }
      return true;
    }
  },
);
