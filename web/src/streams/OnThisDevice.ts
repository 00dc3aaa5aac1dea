import { answer, api } from '../api/client';
import type { Answered, Asked } from './device.worker';
import type { Listener, Opening, Ready, Told } from './heard';

/** Listens with the model file itself, in a worker of this page; once it is open it needs no network. */
export class OnThisDevice implements Listener {
  private readonly worker = new Worker(new URL('./device.worker.ts', import.meta.url), { type: 'module' });
  private flushed: () => void = () => undefined;
  private opened: (ready: Ready) => void = () => undefined;

  private constructor(private readonly told: Told) {
    this.worker.onmessage = ({ data }: MessageEvent<Answered>) => this.take(data);
    this.worker.onerror = (event) => told.onFailure(new Error(event.message));
  }

  /** Opens the project's live model. */
  static async open({ project, sampleRateHz, threshold }: Opening, told: Told): Promise<[Listener, Ready]> {
    const model = await modelOf(project);
    const failures = { ...told };
    const listener = new OnThisDevice(failures);
    const ready = await new Promise<Ready>((resolve, reject) => {
      listener.opened = resolve;
      failures.onFailure = reject;
      listener.ask({ type: 'open', model, sampleRateHz, threshold }, [model]);
    });
    failures.onFailure = told.onFailure;
    return [listener, ready];
  }

  push(samples: Float32Array): void {
    this.ask({ type: 'push', samples });
  }

  setThreshold(threshold: number): void {
    this.ask({ type: 'threshold', threshold });
  }

  flush(): Promise<void> {
    return new Promise((resolve) => {
      this.flushed = resolve;
      this.ask({ type: 'flush' });
    });
  }

  close(): void {
    this.worker.terminate();
  }

  private ask(asked: Asked, moved: Transferable[] = []): void {
    this.worker.postMessage(asked, moved);
  }

  private take(answered: Answered): void {
    switch (answered.type) {
      case 'ready':
        return this.opened(answered);
      case 'heard':
        return this.told.onHeard(answered.heard);
      case 'flushed':
        return this.flushed();
      case 'failed':
        return this.told.onFailure(new Error(answered.message));
    }
  }
}

async function modelOf(project: string): Promise<ArrayBuffer> {
  const parameters = { params: { path: { project } }, parseAs: 'arrayBuffer' } as const;
  return answer<unknown>(api.GET('/api/v1/projects/{project}/model', parameters)) as Promise<ArrayBuffer>;
}
