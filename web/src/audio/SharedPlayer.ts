/** What is heard at the moment: nothing, or a source, how far it has come (0 to 1), and whether it goes on. */
type Heard = { source?: string; share: number; playing: boolean; failed?: string };

const SILENCE: Heard = { share: 0, playing: false };

/** The page's one player: whoever begins to play ends what played before. */
export class SharedPlayer {
  private heard: Heard = SILENCE;
  private readonly subscribers = new Set<() => void>();
  private audio: HTMLAudioElement | undefined;
  private frame = 0;

  readonly get = (): Heard => this.heard;

  readonly subscribe = (subscriber: () => void): (() => void) => {
    this.subscribers.add(subscriber);
    return () => this.subscribers.delete(subscriber);
  };

  /** Plays the source, or pauses it where it plays. */
  toggle(source: string): void {
    const audio = this.element();
    if (this.heard.source === source && this.heard.playing) {
      audio.pause();
      return;
    }
    if (this.heard.source !== source) {
      audio.src = source;
      this.tell({ source, share: 0, playing: false });
    }
    audio.play().catch((refused: unknown) => {
      // Another source took its place before it began.
      if (!(refused instanceof DOMException && refused.name === 'AbortError')) {
        this.tell({ share: 0, playing: false, failed: source });
      }
    });
  }

  /** Ends what plays. */
  stop(): void {
    this.audio?.pause();
    this.tell(SILENCE);
  }

  private element(): HTMLAudioElement {
    if (!this.audio) {
      const audio = new Audio();
      audio.onplay = () => this.follow();
      audio.onpause = () => this.change({ playing: false });
      audio.onended = () => this.tell(SILENCE);
      this.audio = audio;
    }
    return this.audio;
  }

  private follow(): void {
    cancelAnimationFrame(this.frame);
    const { audio } = this;
    if (!audio || audio.paused) {
      return;
    }
    this.change({ playing: true, share: audio.duration > 0 ? audio.currentTime / audio.duration : 0 });
    this.frame = requestAnimationFrame(() => this.follow());
  }

  private change(changed: Partial<Heard>): void {
    this.tell({ ...this.heard, ...changed });
  }

  private tell(heard: Heard): void {
    this.heard = heard;
    this.subscribers.forEach((subscriber) => subscriber());
  }
}
