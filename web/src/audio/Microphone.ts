import captureWorklet from './capture.worklet.ts?worker&url';

/** The microphone, as it is: no echo cancelled, no noise taken away, no level changed. */
export class Microphone {
  private constructor(
    private readonly stream: MediaStream,
    private readonly context: AudioContext,
  ) {}

  /** Browsers give the microphone to pages of this machine and to pages over HTTPS only. */
  static get isThere(): boolean {
    return 'mediaDevices' in navigator && 'AudioWorkletNode' in globalThis;
  }

  /**
   * Opens it; from now on blocks of mono samples are told.
   *
   * @throws DOMException `NotAllowedError` if the person says no, `NotFoundError` if there is none
   */
  static async open(onSamples: (samples: Float32Array) => void): Promise<Microphone> {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
    const context = new AudioContext();
    const microphone = new Microphone(stream, context);
    try {
      await context.audioWorklet.addModule(captureWorklet);
      const capture = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 0, channelCount: 1 });
      capture.port.onmessage = ({ data }: MessageEvent<Float32Array>) => onSamples(data);
      context.createMediaStreamSource(stream).connect(capture);
    } catch (failure) {
      microphone.close();
      throw failure;
    }
    return microphone;
  }

  get sampleRateHz(): number {
    return this.context.sampleRate;
  }

  close(): void {
    this.stream.getTracks().forEach((track) => track.stop());
    void this.context.close();
  }
}
