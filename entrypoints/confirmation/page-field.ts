import { parsePdfPage } from '../../lib/core/papers/pdf-page.ts';
import { WordSaver } from './annotate.ts';
import { element } from './elements.ts';
import type { Words } from './words.ts';

/** Asks for the page of a PDF; valid input is saved as it is typed, and anything else is not. */
export class PageField {
  readonly row: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #saver: WordSaver;
  readonly #hint: HTMLElement;
  readonly #expected: string;

  /**
   * @param save resolves to '' once the page is stored, else to the reason why it is not
   * @param told called when the field's row shows a message
   */
  constructor(
    page: number | null,
    words: Words,
    save: (page: number | null) => Promise<string>,
    told: () => void,
  ) {
    this.#expected = words.pageExpected;
    this.input = element('input', {
      type: 'text',
      inputmode: 'numeric',
      maxlength: '7',
      autocomplete: 'off',
      placeholder: words.pagePlaceholder,
    });
    this.input.value = page === null ? '' : String(page);
    this.#hint = element('span', { class: 'saved', 'aria-live': 'polite' });
    this.row = element(
      'div',
      { class: 'row' },
      element('label', {}, words.page, this.input),
      this.#hint,
    );
    let why = '';
    this.#saver = new WordSaver(
      this.input.value,
      async (typed) => {
        why = await save(parsePdfPage(typed) ?? null);
        return why === '' ? 'saved' : 'failed';
      },
      () => {
        // The field may by now contain something that is no page.
        if (why !== '' || parsePdfPage(this.input.value) !== undefined) {
          this.#say(why || words.saved, why !== '');
        }
        told();
      },
    );
  }

  get pending(): boolean {
    return this.#saver.pending;
  }

  onInput(): void {
    const typed = this.input.value;
    const wrong = parsePdfPage(typed) === undefined;
    this.input.toggleAttribute('aria-invalid', wrong);
    if (wrong) this.#say(this.#expected, true);
    else {
      this.#saver.write(typed);
      // "Saved" was about the previous page, and the hint takes its place.
      this.#say('', false);
    }
  }

  stop(): void {
    this.#saver.stop();
  }

  #say(text: string, bad: boolean): void {
    this.#hint.textContent = text;
    this.#hint.classList.toggle('bad', bad);
  }
}
