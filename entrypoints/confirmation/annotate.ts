export type SaveState = 'saved' | 'failed';

const retryMs = 2_000;

/**
 * Saves the latest words, one write at a time, so that an older one can never come after a newer.
 * What could not be saved is tried again until it is.
 */
export class WordSaver {
  #latest: string | undefined;
  #running = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #save: (words: string) => Promise<boolean>;
  readonly #told: (state: SaveState) => void;

  constructor(save: (words: string) => Promise<boolean>, told: (state: SaveState) => void) {
    this.#save = save;
    this.#told = told;
  }

  /** True while some words are not saved. */
  get pending(): boolean {
    return this.#latest !== undefined || this.#running;
  }

  write(words: string): void {
    this.#latest = words;
    clearTimeout(this.#retry);
    void this.#run();
  }

  stop(): void {
    clearTimeout(this.#retry);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    while (this.#latest !== undefined) {
      const words = this.#latest;
      this.#latest = undefined;
      if (await this.#save(words)) continue;
      this.#latest ??= words;
      this.#running = false;
      this.#told('failed');
      this.#retry = setTimeout(() => void this.#run(), retryMs);
      return;
    }
    this.#running = false;
    this.#told('saved');
  }
}
