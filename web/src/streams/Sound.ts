import { decode, type Waveform } from '../audio/decode';
import { Microphone } from '../audio/Microphone';
import type { Listener } from './heard';
import type { Session } from './Session';

/** Where the samples come from. */
export interface Sound {
  /** Makes it ready; answers its sample rate. */
  open(): Promise<number>;
  /** Gives all samples from now on to both; resolves at the end, if there is one. */
  into(session: Session, listener: Listener): Promise<void>;
  close(): void;
}

/** The microphone. */
export class LiveSound implements Sound {
  private microphone: Microphone | undefined;
  private take: (samples: Float32Array) => void = () => undefined;

  async open(): Promise<number> {
    this.microphone = await Microphone.open((samples) => this.take(samples));
    return this.microphone.sampleRateHz;
  }

  into(session: Session, listener: Listener): Promise<void> {
    this.take = (samples) => {
      session.push(samples);
      listener.push(samples);
    };
    return new Promise(() => undefined);
  }

  close(): void {
    this.microphone?.close();
  }
}

/** The rate at which browsers work. */
const RECORDED_RATE_HZ = 48_000;

/** So much of a recording is given at once, and so far it may be ahead of what has been heard. */
const BLOCK_SECONDS = 0.25;
const AHEAD_SECONDS = 2;

/** A recording, as fast as it can be heard. */
export class RecordedSound implements Sound {
  private closed = false;

  private constructor(private readonly waveform: Waveform) {}

  /** @throws DOMException if this browser cannot decode it */
  static async of(recording: File): Promise<RecordedSound> {
    return new RecordedSound(await decode(recording, RECORDED_RATE_HZ));
  }

  open(): Promise<number> {
    return Promise.resolve(this.waveform.sampleRateHz);
  }

  async into(session: Session, listener: Listener): Promise<void> {
    const { samples, sampleRateHz } = this.waveform;
    const block = BLOCK_SECONDS * sampleRateHz;
    for (let from = 0; from < samples.length; from += block) {
      const piece = samples.slice(from, from + block);
      session.push(piece);
      listener.push(piece);
      await this.heardAlmost(session);
      if (this.isClosed()) {
        return;
      }
    }
    await listener.flush();
  }

  private async heardAlmost(session: Session): Promise<void> {
    while (!this.isClosed() && session.seconds - (session.hops.at(-1)?.atSeconds ?? 0) > AHEAD_SECONDS) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  private isClosed(): boolean {
    return this.closed;
  }

  close(): void {
    this.closed = true;
  }
}
