import { Refused, Unreachable } from '../api/failures';
import type { Detection, Heard, Listener, Opening, Ready, Told } from './heard';

type Message =
  | { type: 'ready'; labels: string[]; hop_seconds: number; model_version: number }
  | {
      type: 'heard';
      hops: { at_seconds: number; probabilities: number[] }[];
      detections: { label: string; start_seconds: number; end_seconds: number; score: number }[];
    }
  | { type: 'ended' }
  | { type: 'problem'; code: string; detail: string };

/** The server takes up to 256 KB a message. */
const LARGEST_BLOCK_SAMPLES = 1 << 15;

/** Has the server listen, over a WebSocket. */
export class OnTheServer implements Listener {
  private flushed: () => void = () => undefined;
  private opened: (ready: Ready) => void = () => undefined;
  private closing = false;

  private constructor(
    private readonly socket: WebSocket,
    private readonly told: Told,
  ) {
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }: MessageEvent<string>) => this.take(JSON.parse(data) as Message);
    socket.onclose = () => this.closing || told.onFailure(new Unreachable());
  }

  static async open({ project, sampleRateHz, threshold }: Opening, told: Told): Promise<[Listener, Ready]> {
    const address = new URL(`/api/v1/projects/${project}/stream`, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    const socket = new WebSocket(address);
    const failures = { ...told };
    const listener = new OnTheServer(socket, failures);
    const ready = await new Promise<Ready>((resolve, reject) => {
      listener.opened = resolve;
      failures.onFailure = reject;
      socket.onopen = () => socket.send(JSON.stringify({ sample_rate_hz: sampleRateHz, encoding: 'f32le', threshold }));
    });
    failures.onFailure = told.onFailure;
    return [listener, ready];
  }

  push(samples: Float32Array): void {
    for (let from = 0; from < samples.length; from += LARGEST_BLOCK_SAMPLES) {
      this.socket.send(samples.slice(from, from + LARGEST_BLOCK_SAMPLES));
    }
  }

  /** A stream keeps the threshold it was opened with; see `useListening`. */
  setThreshold(): void {}

  flush(): Promise<void> {
    return new Promise((resolve) => {
      this.flushed = resolve;
      this.socket.send(JSON.stringify({ type: 'flush' }));
    });
  }

  close(): void {
    this.closing = true;
    this.socket.close();
  }

  private take(message: Message): void {
    switch (message.type) {
      case 'ready':
        return this.opened({
          labels: message.labels,
          hopSeconds: message.hop_seconds,
          modelVersion: message.model_version,
        });
      case 'heard':
        return this.told.onHeard(heard(message));
      case 'ended':
        return this.flushed();
      case 'problem':
        this.closing = true;
        return this.told.onFailure(problem(message));
    }
  }
}

function heard({ hops, detections }: Extract<Message, { type: 'heard' }>): Heard {
  return {
    hops: hops.map(({ at_seconds, probabilities }) => ({ atSeconds: at_seconds, probabilities })),
    detections: detections.map(({ label, start_seconds, end_seconds, score }): Detection => ({
      label,
      startSeconds: start_seconds,
      endSeconds: end_seconds,
      score,
    })),
  };
}

function problem({ code, detail }: { code: string; detail: string }): Refused {
  const type = `urn:hearken:problem:${code}`;
  return new Refused({ type, title: 'The stream ended', status: 0, detail, code, instance: location.pathname });
}
