import type { ClipPlace, PlaceChoices, PlaceTarget } from '../../lib/core/capture/clip-place.ts';
import { button, element } from './elements.ts';
import type { Words } from './words.ts';

export interface PlaceEdges {
  words: Words;
  places(): Promise<PlaceChoices | undefined>;
  move(target: PlaceTarget): Promise<ClipPlace | undefined>;
  admits(event: Event, control: HTMLElement, label: string): Promise<boolean>;
  /** Returns the element of the card that has the focus. */
  focused(): Element | null;
  /** Called when the row's size changed, or something was done in it. */
  changed(): void;
  moved(place: ClipPlace): void;
  failed(): void;
}

/** Says where the clip is, and moves it: a button, and under it the possible places. */
export class PlaceRow {
  readonly element: HTMLElement;
  readonly #edges: PlaceEdges;
  readonly #toggle: HTMLButtonElement;
  readonly #list = element('div', { class: 'places', role: 'group', hidden: '' });
  #place: ClipPlace;

  constructor(place: ClipPlace, edges: PlaceEdges) {
    this.#edges = edges;
    this.#place = place;
    this.#toggle = button('', 'quiet place', () => void this.#open());
    this.#list.setAttribute('aria-label', edges.words.placeChange);
    this.element = element('div', {}, this.#toggle, this.#list);
    this.#say();
    this.#setOpen(false);
  }

  /** Handles arrows and Escape while the places are shown; false if the key is for others. */
  onKey(event: KeyboardEvent): boolean {
    if (this.#list.hidden) return false;
    if (event.key === 'Escape') {
      this.#close();
      return true;
    }
    const buttons: HTMLElement[] = Array.from(this.#list.querySelectorAll('button'));
    const focused = this.#edges.focused();
    const at = focused instanceof HTMLElement ? buttons.indexOf(focused) : -1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return false;
    buttons[(to + buttons.length) % buttons.length]?.focus({ preventScroll: true });
    return true;
  }

  #say(): void {
    const { words } = this.#edges;
    const text = words.place(this.#place);
    this.#toggle.textContent = text;
    this.#toggle.setAttribute('aria-label', words.placeNamed(text));
  }

  #setOpen(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#toggle.setAttribute('aria-expanded', String(isOpen));
  }

  #close(): void {
    this.#setOpen(false);
    this.#list.replaceChildren();
    this.#toggle.focus({ preventScroll: true });
    this.#edges.changed();
  }

  async #open(): Promise<void> {
    if (!this.#list.hidden) return this.#close();
    const choices = await this.#edges.places();
    if (!choices) return this.#edges.failed();
    this.#list.replaceChildren(...this.#choices(choices));
    this.#setOpen(true);
    this.#edges.changed();
    this.#list.querySelector('button')?.focus({ preventScroll: true });
  }

  #choices({ sections, wrapUps }: PlaceChoices): HTMLElement[] {
    const { words } = this.#edges;
    const { where } = this.#place;
    const { wrapUpTitle } = this.#place;
    const at = (each: 'start' | 'end' | 'tray') =>
      this.#choice(words.place({ wrapUpTitle, where: each, section: '' }), { to: each });
    const inPost = where === 'inbox' ? [] : (['end', 'start', 'tray'] as const).map(at);
    return [
      ...inPost,
      ...sections.map(({ id, text }) =>
        this.#choice(words.place({ wrapUpTitle, where: 'section', section: text }), {
          to: 'section',
          id,
        }),
      ),
      ...wrapUps.map(({ id, title }) => this.#choice(words.toWrapUp(title), { to: 'wrap-up', id })),
    ];
  }

  #choice(label: string, target: PlaceTarget): HTMLButtonElement {
    const made = button(label, 'quiet', async (event) => {
      if (!(await this.#edges.admits(event, made, label))) return;
      const place = await this.#edges.move(target);
      if (place) {
        this.#place = place;
        this.#say();
        this.#edges.moved(place);
      } else this.#edges.failed();
      this.#close();
    });
    return made;
  }
}
