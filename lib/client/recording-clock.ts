import { type Playback, type Recording, secondsAfter } from '../core/media/recording.ts';

/**
 * The time of the tab's recording, which runs on between two readings. It is read now and then, so
 * a time is available at once when the note-taker begins to type.
 */
export class RecordingClock {
  readonly #nowMs: () => number;
  readonly #listeners = new Set<() => void>();
  #recording: Recording | null = null;
  #readAtMs = 0;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** The recording as it was last read; null if there is none that can be read. */
  get recording(): Recording | null {
    return this.#recording;
  }

  /** Where it is now, seconds with fractions; null without a recording. */
  seconds(): number | null {
    const recording = this.#recording;
    if (!recording) return null;
    return secondsAfter(recording, this.#nowMs() - this.#readAtMs, recording.durationSeconds);
  }

  set(recording: Recording | null): void {
    this.#recording = recording;
    this.#readAtMs = this.#nowMs();
    this.#tell();
  }

  /** Updates the position of the same recording; false if it is of another page's. */
  sync(playback: Playback): boolean {
    const known = this.#recording;
    if (!known || known.frameId !== playback.frameId || known.frameUrl !== playback.frameUrl) {
      return false;
    }
    this.set({ ...known, ...playback });
    return true;
  }

  /** Calls back when something other than the time changes. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
