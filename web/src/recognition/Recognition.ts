import { answer, api, type Schemas } from '../api/client';
import { filesAs } from '../api/form';
import { Refused } from '../api/failures';

export type FileResult = Schemas['FileResult'];

/** One file that was brought, and what came of it, once something has. */
export type Asked = { number: number; file: File; result?: FileResult };

/** What is told of all of them. `failure` is why the server cannot answer any at the moment; asking goes on from there. */
export type Progress = {
  asked: readonly Asked[];
  answered: number;
  failed: number;
  failure?: unknown;
  running: boolean;
};

const FILES_AT_ONCE = 8;
const BYTES_AT_ONCE = 24 << 20;

/** So many requests are under way at once, so that the next is there when the server has a processor free. */
const REQUESTS_AT_ONCE = 2;

/** Asks a project's live model about files, a few a request, and tells what came of each as it comes. */
export class Recognition {
  private progress: Progress = { asked: [], answered: 0, failed: 0, running: false };
  private readonly subscribers = new Set<() => void>();
  private waiting: Asked[] = [];
  private underWay = 0;

  constructor(private readonly project: string) {}

  readonly get = (): Progress => this.progress;

  readonly subscribe = (subscriber: () => void): (() => void) => {
    this.subscribers.add(subscriber);
    return () => this.subscribers.delete(subscriber);
  };

  /** Asks about these files, too. */
  ask(files: readonly File[]): void {
    const first = this.progress.asked.length;
    const asked = files.map((file, i): Asked => ({ number: first + i, file }));
    this.waiting.push(...asked);
    this.change({ asked: [...this.progress.asked, ...asked] });
    this.goOn();
  }

  /** Asks again where the server could not answer. */
  goOn(): void {
    if (this.progress.failure !== undefined) {
      const { asked, answered, failed } = this.progress;
      this.progress = { asked, answered, failed, running: false };
    }
    while (this.underWay < REQUESTS_AT_ONCE && this.waiting.length > 0) {
      void this.request(this.batch());
    }
    this.change({ running: this.underWay > 0 });
  }

  /** Forgets all files; answers under way are not waited for. */
  clear(): void {
    this.waiting = [];
    this.change({ asked: [], answered: 0, failed: 0 });
  }

  private batch(): Asked[] {
    let bytes = 0;
    let count = 0;
    while (count < Math.min(FILES_AT_ONCE, this.waiting.length)) {
      bytes += this.waiting[count].file.size;
      if (count > 0 && bytes > BYTES_AT_ONCE) {
        break;
      }
      count++;
    }
    return this.waiting.splice(0, count);
  }

  private async request(batch: Asked[]): Promise<void> {
    this.underWay++;
    try {
      this.take(batch, await this.results(batch));
    } catch (failure) {
      this.waiting.unshift(...batch);
      this.progress = { ...this.progress, failure };
    }
    this.underWay--;
    if (this.progress.failure === undefined) {
      this.goOn();
    } else {
      this.change({ running: this.underWay > 0 });
    }
  }

  private async results(batch: Asked[]): Promise<FileResult[]> {
    const files = batch.map(({ file }) => file);
    const call = api.POST('/api/v1/projects/{project}/predictions', {
      params: { path: { project: this.project } },
      ...filesAs('file', files),
    });
    try {
      return (await answer(call)).results;
    } catch (failure) {
      // A single bad file fails its request.
      if (batch.length === 1 && failure instanceof Refused && isOfTheFile(failure)) {
        return [{ file: files[0].name, problem: failure.problem }];
      }
      throw failure;
    }
  }

  private take(batch: Asked[], results: FileResult[]): void {
    const answers = new Map(batch.map(({ number }, i) => [number, results[i]]));
    const asked = this.progress.asked.map((each) => {
      const result = answers.get(each.number);
      return result && each.file === batch.find(({ number }) => number === each.number)?.file
        ? { ...each, result }
        : each;
    });
    const done = asked.filter(({ result }) => result);
    this.change({ asked, answered: done.length, failed: done.filter(({ result }) => result?.problem).length });
  }

  private change(changed: Partial<Progress>): void {
    this.progress = { ...this.progress, ...changed };
    this.subscribers.forEach((subscriber) => subscriber());
  }
}

/** Whether a refusal is about the file that was sent, and not about the project or the server. */
function isOfTheFile({ problem }: Refused): boolean {
  return [413, 415, 422].includes(problem.status);
}
