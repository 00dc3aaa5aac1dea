import { answer, api, type Schemas } from '../api/client';
import { Refused, type Problem } from '../api/failures';
import { filesAs } from '../api/form';
import type { Sent } from '../files/sent';

export type UploadedClip = Schemas['UploadedClip'];

/** What is told of every file. */
export type Told = { label?: string; speaker?: string };

/** How far an upload has come. `failure` is why the server cannot take any at the moment; {@link Intake.goOn} tries again. */
export type IntakeProgress = {
  files: number;
  sent: number;
  results: readonly UploadedClip[];
  failure?: unknown;
  running: boolean;
};

const FILES_AT_ONCE = 16;
const BYTES_AT_ONCE = 24 << 20;
const NOTHING: IntakeProgress = { files: 0, sent: 0, results: [], running: false };

type Waiting = Sent & { told: Told };

/** Brings files to a project, a few a request, and tells what became of each as it is known. */
export class Intake {
  private progress = NOTHING;
  private waiting: Waiting[] = [];
  private readonly subscribers = new Set<() => void>();

  /** @param onBrought is told whenever the project has more clips */
  constructor(
    private readonly project: string,
    private readonly onBrought: () => void,
  ) {}

  readonly get = (): IntakeProgress => this.progress;

  readonly subscribe = (subscriber: () => void): (() => void) => {
    this.subscribers.add(subscriber);
    return () => this.subscribers.delete(subscriber);
  };

  /** Brings these, too. */
  bring(files: readonly Sent[], told: Told): void {
    this.waiting.push(...files.map((sent) => ({ ...sent, told })));
    this.change({ files: this.progress.files + files.length });
    this.goOn();
  }

  /** Goes on where the server could not take a file. */
  goOn(): void {
    if (!this.progress.running && this.waiting.length > 0) {
      const { files, sent, results } = this.progress;
      this.progress = { files, sent, results, running: true };
      this.change({});
      void this.run();
    }
  }

  /** Brings no more, and forgets what was brought. */
  clear(): void {
    this.waiting = [];
    this.progress = { ...NOTHING, running: this.progress.running };
    this.change({});
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = nextBatch(this.waiting);
      try {
        const results = await this.send(batch);
        if (this.waiting[0] === batch[0]) {
          this.waiting.splice(0, batch.length);
          this.change({ sent: this.progress.sent + batch.length, results: [...this.progress.results, ...results] });
        }
        this.onBrought();
      } catch (failure) {
        this.change({ failure, running: false });
        return;
      }
    }
    this.change({ running: false });
  }

  private async send(batch: readonly Waiting[]): Promise<UploadedClip[]> {
    const call = api.POST('/api/v1/projects/{project}/clips', {
      params: { path: { project: this.project }, query: batch[0].told },
      ...filesAs(
        'files',
        batch.map(({ file, path }) => ({ blob: file, name: path })),
      ),
    });
    try {
      return (await answer(call)).results;
    } catch (refused) {
      if (!(refused instanceof Refused && isOfTheFiles(refused.problem))) {
        throw refused;
      }
      // A single bad archive fails its request: the others are asked about one by one.
      return batch.length === 1
        ? [{ file: batch[0].path, problem: refused.problem }]
        : (await Promise.all(batch.map((one) => this.send([one])))).flat();
    }
  }

  private change(changed: Partial<IntakeProgress>): void {
    this.progress = { ...this.progress, ...changed };
    this.subscribers.forEach((subscriber) => subscriber());
  }
}

/** The next files that fit one request and of which the same is told. */
function nextBatch(waiting: readonly Waiting[]): Waiting[] {
  const batch: Waiting[] = [];
  let bytes = 0;
  for (const each of waiting) {
    bytes += each.file.size;
    const fits = batch.length < FILES_AT_ONCE && bytes <= BYTES_AT_ONCE && each.told === waiting[0].told;
    if (batch.length > 0 && !fits) {
      break;
    }
    batch.push(each);
  }
  return batch;
}

const isOfTheFiles = ({ status }: Problem): boolean => [400, 413, 415, 422].includes(status);
