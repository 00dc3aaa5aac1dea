/** Runs on the browser's audio thread and hands every block of samples to the page. */
registerProcessor(
  "capture",
  class extends AudioWorkletProcessor {
    process([[samples]]) {
      if (samples) {
        this.port.postMessage(samples.slice());
      }
      return true;
    }
  },
);
