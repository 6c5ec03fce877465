interface Announced {
  inputType: string;
  data: string | null;
}

/**
 * The words of a field as far as the note-taker typed, pasted, dropped or dictated them. Text that
 * a script of the page inserts is removed: `document.execCommand('insertText')` works on whatever
 * has the focus, and its `input` is trusted, but no `beforeinput` precedes it (measured, Chromium
 * 156 and Firefox 153).
 */
export class TypedWords {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  #words: string;
  #announced: Announced | undefined;

  constructor(field: HTMLInputElement | HTMLTextAreaElement) {
    this.field = field;
    this.#words = field.value;
  }

  get words(): string {
    return this.#words;
  }

  /** True if the field has words without an event, because the page keeps events from us. */
  get isUnheard(): boolean {
    return this.field.value !== this.#words;
  }

  /** Call it with each trusted `beforeinput`. */
  beforeInput(event: Event): void {
    this.#takeOut();
    this.#announced =
      event instanceof InputEvent && !event.defaultPrevented
        ? { inputType: event.inputType, data: event.data }
        : undefined;
  }

  /** Call it with each trusted `input`; false if the page caused it. */
  input(event: Event): boolean {
    const announced = this.#announced;
    this.#announced = undefined;
    if (isTyped(event, announced)) {
      this.#words = this.field.value;
      return true;
    }
    this.#takeOut();
    return false;
  }

  #takeOut(): void {
    if (this.isUnheard) this.field.value = this.#words;
  }
}

function isTyped(event: Event, announced: Announced | undefined): boolean {
  // A field that assistive technology sets sends a plain event, which no page can cause.
  if (!(event instanceof InputEvent)) return true;
  if (announced?.inputType !== event.inputType) return false;
  return announced.data === null || event.data === null || announced.data === event.data;
}
