import type { ClipPlace, PlaceChoices, PlaceTarget } from '../../lib/core/capture/clip-place.ts';
import type {
  ConfirmationState,
  PictureOutcome,
} from '../../lib/core/capture/confirmation-state.ts';
import type { TypedOver } from '../../lib/core/capture/typed-over.ts';
import { WordSaver } from './annotate.ts';
import type { Outcome } from './ask.ts';
import { copyText } from './copy.ts';
import { button, element, icon } from './elements.ts';
import { embeddedWays } from './embedded.ts';
import type { Host } from './host.ts';
import { keepToItself } from './keys.ts';
import { Lifetime } from './lifetime.ts';
import { nudgeRow } from './nudges.ts';
import { isByHand } from './overlay.ts';
import { PageField } from './page-field.ts';
import { PlaceRow } from './place-row.ts';
import { noteSelection } from './selection-then.ts';
import { TypedWords } from './typed-words.ts';
import { sayWhen, type Words } from './words.ts';

type Kept = Extract<ConfirmationState, { itemId: string }>;
type SpeakerState = Extract<ConfirmationState, { state: 'speaker' }>;
type Failed = Extract<ConfirmationState, { state: 'failed' }>;

export interface ConfirmationEdges {
  host: Host;
  words: Words;
  annotate(itemId: string, note: string, over: TypedOver): Promise<Outcome | 'kept'>;
  /** @param stepId the step that tied a quote; then that is undone, and no clip is removed */
  undo(itemId: string, stepId: string | undefined): Promise<Outcome>;
  restore(itemId: string): Promise<Outcome>;
  nudge(itemId: string, startSeconds: number): Promise<Outcome>;
  locate(itemId: string, page: number | null): Promise<Outcome>;
  /** Where the clip is; undefined if that is unknown. */
  where(itemId: string): Promise<ClipPlace | undefined>;
  places(itemId: string): Promise<PlaceChoices | undefined>;
  place(itemId: string, target: PlaceTarget): Promise<ClipPlace | undefined>;
  retry(again: NonNullable<Failed['retry']>): Promise<Outcome>;
  /** The page never let the card be seen, so it is shown elsewhere. */
  unseen(): Promise<Outcome>;
  /** The words of an unsaved clip were copied, so the popup need not offer them any more. */
  discard(unsavedId: string): Promise<Outcome>;
}

/** Returns what to say about a clip besides that it was saved. */
function remark(kept: Kept, words: Words): string {
  const {
    frameLate,
    partsMissing,
    pictureMissing,
    pictureUniform,
    pictureReduced,
    tableSimplified,
    moment,
  } = kept;
  if (kept.secretInAddress) return words.secretInAddress;
  if (kept.selectionUnseen) return words.selectionUnseen;
  if (frameLate) return words.frameLate;
  if (partsMissing) return words.partsMissing;
  if (kept.pictureLoading) return words.pictureLoading;
  if (pictureMissing) return words.pictureMissing;
  if (pictureUniform) return words.pictureUniform;
  if (pictureReduced) return words.pictureReduced;
  if (tableSimplified) return words.tableSimplified;
  return moment?.checkTime ? words.checkTime : '';
}

/** Returns the label for what is done again, or instead. */
function retryLabel(code: Failed['failure']['code'], words: Words): string {
  if (code === 'selection-in-frame') return words.clipPage;
  return code === 'selection-unformatted' ? words.clipPlainText : words.tryAgain;
}

/** How long the message about reading shows; the outcome comes sooner. */
const readingMs = 10_000;

/** How long the card stays if there is more to read. */
const remarkMs = 8_000;

/** How long a final message stays. */
const farewellMs = 2_000;

/** One confirmation, from its appearance to its end. */
export class Confirmation {
  readonly #edges: ConfirmationEdges;
  readonly #ended = new AbortController();
  readonly #lifetime: Lifetime;
  readonly #said: HTMLElement;
  #saver: WordSaver | undefined;
  #field: HTMLTextAreaElement | undefined;
  #fields: TypedWords[] = [];
  /** Handles Enter in the field of a recording's time. */
  #onEnter: ((event: Event) => void) | undefined;
  /** Says below the field whether its words are saved. */
  #saved: HTMLElement | undefined;
  #page: PageField | undefined;
  #placeRow: PlaceRow | undefined;
  #pointerInside = false;
  #closeWhenSaved = false;
  /** The element that had the focus before the confirmation took it. */
  #focusedBefore: HTMLElement | undefined;
  /** True once something else is selected in the page than what the card is about. */
  #isSelectedAnew: () => boolean = () => true;
  /** The clip whose picture the card shows as loading. */
  #loading: Kept | undefined;
  /** The results of loading pictures, by their clips' ids. */
  readonly #pictures = new Map<string, PictureOutcome>();
  /** It has words that are stored nowhere else; only its own button closes it. */
  #holdsOnlyCopy = false;
  /** Stays until it is closed, because it has something that is stored nowhere else. */
  #sticky = false;

  constructor(edges: ConfirmationEdges, isFailure: boolean) {
    this.#edges = edges;
    const { host } = edges;
    this.#lifetime = new Lifetime(
      () => this.#isHeld(),
      () => this.#end(),
    );
    // The live region exists, empty, before it says something; otherwise it would not be announced.
    this.#said = element('div', { class: 'said', role: isFailure ? 'alert' : 'status' });
    const { signal } = this.#ended;
    const point = (inside: boolean) => (event: Event) => {
      if (isByHand(event)) this.#setPointer(inside);
    };
    host.card.addEventListener('pointerenter', point(true), { signal });
    host.card.addEventListener('pointerleave', point(false), { signal });
    host.overlay.listen((mounted) => this.#listen(AbortSignal.any([mounted, signal])));
    host.overlay.onTick(() => this.#hearTyping());
    host.overlay.onLost(() => this.#end());
  }

  #listen(signal: AbortSignal): void {
    const { host } = this.#edges;
    keepToItself(
      host.overlay.element,
      {
        keydown: (event) => this.#onKey(event as KeyboardEvent),
        beforeinput: (event) => this.#typing()?.beforeInput(event),
        input: (event) => this.#onInput(event),
        focusin: (event) => this.#rememberFocus((event as FocusEvent).relatedTarget),
        focusout: () => this.#lifetime.restart(),
      },
      signal,
    );
    window.addEventListener(
      'keydown',
      (event) => {
        if (isByHand(event) && event.key === 'Escape' && !event.isComposing) this.#escape();
      },
      { capture: true, signal },
    );
    window.addEventListener('resize', () => host.place(), { signal, passive: true });
  }

  show(state: ConfirmationState): void {
    if (state.state === 'reading') this.#showReading();
    else if (state.state === 'failed') this.#showFailed(state);
    else if (state.state === 'speaker') this.#showSpeaker(state);
    else if (state.state === 'clipped-before') this.#showBefore(state);
    else if (state.state === 'clipped') this.#showClipped(state);
  }

  /** Shows the result of loading a picture; what is typed meanwhile stays. */
  tellPicture(clipId: string, outcome: PictureOutcome): void {
    if (this.#ended.signal.aborted) return;
    this.#pictures.set(clipId, outcome);
    const state = this.#loading;
    if (state?.itemId === clipId) this.#sayClipped(state);
  }

  /** Hides it briefly, while a picture is taken of what is below. */
  setHidden(hidden: boolean): void {
    this.#edges.host.overlay.setHidden(hidden);
  }

  /**
   * Focuses its field, because the shortcut was pressed again; false if it has none, or if
   * something else was selected since, which should then be clipped.
   */
  takeFocus(): boolean {
    const field = this.#field;
    if (this.#ended.signal.aborted || !field?.isConnected) return false;
    const isInside = this.#edges.host.overlay.activeElement !== null;
    if (!isInside && this.#isSelectedAnew()) return false;
    this.#rememberFocus(document.activeElement);
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
    this.#lifetime.restart();
    return true;
  }

  /** Closes it, and has it shown elsewhere if the page never let it be seen. */
  #end(): void {
    if (this.#edges.host.overlay.isUnseen) void this.#edges.unseen();
    this.close();
  }

  /** Ends it; words that are not saved yet are still written. */
  close(): void {
    const hadFocus = this.#edges.host.overlay.activeElement !== null;
    this.#lifetime.stop();
    this.#ended.abort();
    this.#edges.host.overlay.remove();
    if (hadFocus) this.#focusedBefore?.focus({ preventScroll: true });
  }

  onClosed(listener: () => void): void {
    this.#ended.signal.addEventListener('abort', listener);
  }

  #isHeld(): boolean {
    return (
      this.#sticky ||
      this.#pointerInside ||
      this.#edges.host.overlay.activeElement !== null ||
      this.#isSaving() ||
      document.visibilityState === 'hidden'
    );
  }

  #rememberFocus(from: EventTarget | null): void {
    if (from instanceof HTMLElement && from !== this.#edges.host.overlay.element)
      this.#focusedBefore = from;
  }

  #setPointer(inside: boolean): void {
    this.#pointerInside = inside;
    if (!inside) this.#lifetime.restart();
  }

  #showReading(): void {
    const { words } = this.#edges;
    this.#render('wait', 'wait', [this.#closeButton()]);
    this.#say(words.reading, '');
    this.#lifetime.restart(readingMs);
  }

  #showClipped(state: Kept): void {
    const { words } = this.#edges;
    this.#render('check', '', [this.#acting(words.undo, 'quiet', () => this.#undo(state))]);
    this.#edges.host.card.append(
      ...this.#nudges(state),
      ...this.#pageField(state),
      ...this.#noteField(state),
    );
    const { overlay } = this.#edges.host;
    this.#isSelectedAnew = noteSelection(document, overlay.element, this.#ended.signal);
    this.#sayClipped(state);
    void this.#showPlace(state);
  }

  /** This comes once the card shows, because nobody waits for it. */
  async #showPlace(state: Kept): Promise<void> {
    const { words, where, places, place, host } = this.#edges;
    const { itemId } = state;
    const field = this.#field;
    const found = await where(itemId);
    // Another card, or none, has replaced it by now.
    if (!found || this.#ended.signal.aborted || this.#field !== field || !field) return;
    const row = new PlaceRow(found, {
      words,
      places: () => places(itemId),
      move: (target) => place(itemId, target),
      admits: (event, control, label) => this.#admits(event, control, label),
      focused: () => host.overlay.activeElement,
      changed: () => {
        host.place();
        this.#lifetime.restart();
      },
      moved: ({ wrapUpTitle }) => {
        state.wrapUpTitle = wrapUpTitle;
        this.#sayClipped(state);
      },
      failed: () => this.#say(words.placeFailed, ''),
    });
    this.#placeRow = row;
    field.before(row.element);
    host.place();
  }

  #sayClipped(state: Kept): void {
    const { words } = this.#edges;
    const picture = this.#pictures.get(state.itemId);
    const known = picture
      ? { ...state, pictureLoading: false, pictureMissing: picture === 'missing' }
      : state;
    const what = state.selectionUnseen
      ? words.clippedLink
      : state.tieId === undefined
        ? words.clipped
        : words.tied;
    const more = picture === 'cut' ? words.pictureCut : remark(known, words);
    const also = state.alsoIn?.length ? words.alsoIn(state.alsoIn) : '';
    this.#say(what(state.wrapUpTitle), [also, more].filter((each) => each !== '').join(' '));
    this.#loading = known.pictureLoading ? known : undefined;
  }

  #showBefore(state: Kept): void {
    const { words } = this.#edges;
    const when = sayWhen(state.before ?? '', new Date(), words);
    this.#render('warn', 'warn', [
      this.#acting(words.clipAgain, 'quiet', () => this.#restore(state)),
    ]);
    this.#say(
      words.before(when, state.wrapUpTitle),
      state.selectionUnseen ? words.selectionUnseen : '',
    );
  }

  #showSpeaker({ name, wrapUpTitle, outcome }: SpeakerState): void {
    const { words } = this.#edges;
    this.#render('check', '', [this.#closeButton()]);
    this.#say(words.speaker[outcome](name, wrapUpTitle), '');
  }

  #showFailed({ failure, markdown, unsavedId, retry, embedded }: Failed): void {
    const { words, host } = this.#edges;
    this.#sticky = true;
    this.#holdsOnlyCopy = markdown !== '' && unsavedId === undefined;
    this.#render('warn', 'bad', [this.#closeButton()]);
    const row = element('div', { class: 'row' });
    if (retry) {
      const again = this.#acting(retryLabel(failure.code, words), 'primary', () =>
        this.#retry(again, retry),
      );
      row.append(again);
    }
    if (markdown !== '') {
      const copy = button(
        words.copy,
        '',
        (event) => void this.#copy(event, copy, markdown, unsavedId),
      );
      row.append(copy);
    }
    if (embedded) {
      const { requestId, mediaUrl } = embedded;
      const clipAt = (startSeconds: number) =>
        void this.#clipAt({ requestId, intent: { what: 'moment-at', mediaUrl, startSeconds } });
      const ways = embeddedWays(mediaUrl, words, {
        admits: (event, control) => this.#admits(event, control),
        clipAt,
      });
      this.#fields.push(ways.time);
      row.append(ways.row);
      this.#onEnter = ways.onEnter;
    }
    if (row.hasChildNodes()) host.card.append(row);
    // What happened is emphasised; what was kept and what to do follow.
    const [, what = words.failed, rest = ''] = /^(.+?[.。])\s*(.*)$/su.exec(words.failed) ?? [];
    const where = unsavedId !== undefined ? words.unsavedKept : words.unsavedTooLarge;
    this.#say(what, markdown === '' ? rest : `${rest} ${where}`.trim());
  }

  /** Renders the top line: sign, message and actions; what was below is removed. */
  #render(shape: 'check' | 'warn' | 'wait', tone: string, actions: Node[]): void {
    const dot = element('span', { class: `dot ${tone}` }, icon(shape));
    const top = element('div', { class: 'top' }, dot, this.#said, ...actions);
    this.#said.replaceChildren();
    this.#loading = undefined;
    this.#field = undefined;
    this.#page = undefined;
    this.#fields = [];
    this.#onEnter = undefined;
    this.#placeRow = undefined;
    this.#edges.host.card.replaceChildren(top);
  }

  #say(sentence: string, more: string): void {
    const lines: Node[] = [element('b', {}, sentence)];
    if (more !== '') lines.push(element('p', {}, more));
    const tell = () => {
      this.#said.replaceChildren(...lines);
      this.#edges.host.place();
    };
    // This comes a turn after the region itself, in a second frame, so that screen readers announce
    // it.
    if (this.#edges.host.areFramesDear) tell();
    else setTimeout(tell, 30);
    this.#edges.host.place();
    this.#lifetime.restart(more === '' ? undefined : remarkMs);
  }

  /**
   * A button that changes something: the page must not have tricked the note-taker into pressing
   * it.
   */
  #acting(label: string, className: string, act: () => Promise<void>): HTMLButtonElement {
    let busy = false;
    const made = button(label, className, async (event) => {
      if (busy) return;
      busy = true;
      if (await this.#admits(event, made, label)) await act();
      busy = false;
    });
    return made;
  }

  async #admits(event: Event, control: HTMLElement, label?: string): Promise<boolean> {
    const admitted = await this.#edges.host.overlay.admits(event, control, label);
    if (this.#ended.signal.aborted) return false;
    if (!admitted && isByHand(event)) this.#askAgain();
    return admitted;
  }

  /** Says, below the rest, that a click did not count. */
  #askAgain(): void {
    const { card } = this.#edges.host;
    card.querySelector('.again')?.remove();
    const again = element('p', { class: 'saved bad again', role: 'alert' });
    card.append(again);
    again.textContent = this.#edges.words.clickAgain;
    this.#edges.host.place();
    this.#lifetime.restart();
  }

  #closeButton(): HTMLButtonElement {
    const close = button('', 'quiet close', () => this.close());
    close.setAttribute('aria-label', this.#edges.words.close);
    close.append(icon('close'));
    return close;
  }

  #nudges({ itemId, moment }: Kept): Node[] {
    if (!moment) return [];
    const { words, nudge } = this.#edges;
    return [
      nudgeRow(
        moment.startSeconds,
        words,
        async (startSeconds) => {
          const outcome = await nudge(itemId, startSeconds);
          if (outcome !== 'done') {
            this.#tell(outcome, words.notSaved);
            return false;
          }
          // This is for when the clip is removed and restored.
          moment.startSeconds = startSeconds;
          this.#lifetime.restart();
          return true;
        },
        (event, control) => this.#admits(event, control),
      ),
    ];
  }

  #pageField(state: Kept): Node[] {
    const { pdf } = state;
    if (pdf === undefined) return [];
    const { words, locate, host } = this.#edges;
    this.#page?.stop();
    this.#page = new PageField(
      pdf.page ?? null,
      words,
      async (page) => {
        const outcome = await locate(state.itemId, page);
        if (outcome === 'reloaded') this.#page?.stop();
        // This is for when the clip is removed and restored.
        else if (outcome === 'done') state.pdf = page === null ? {} : { page };
        return outcome === 'done' ? '' : outcome === 'reloaded' ? words.reloaded : words.notSaved;
      },
      () => {
        host.place();
        this.#lifetime.restart();
        if (this.#closeWhenSaved && !this.#isSaving()) this.close();
      },
    );
    this.#fields.push(new TypedWords(this.#page.input));
    return [this.#page.row];
  }

  #isSaving(): boolean {
    return this.#saver?.pending === true || this.#page?.pending === true;
  }

  #noteField({ itemId, note, field: takes }: Kept): Node[] {
    const { words } = this.#edges;
    const isAlt = takes === 'alt';
    const field = element('textarea', {
      rows: '1',
      'aria-label': isAlt ? words.altField : words.field,
      placeholder: isAlt ? words.altPlaceholder : words.placeholder,
      // The lengths are those of `limits`, which would be more to load than it is worth.
      maxlength: isAlt ? '2000' : '200000',
    });
    field.value = note;
    const typed = new TypedWords(field);
    const saved = element('p', { class: 'saved', 'aria-live': 'polite', hidden: '' });
    let reloaded = false;
    this.#saver?.stop();
    this.#saver = new WordSaver(
      note,
      async (text, over) => {
        const outcome = await this.#edges.annotate(itemId, text, over);
        reloaded = outcome === 'reloaded';
        return outcome === 'done' ? 'saved' : outcome === 'kept' ? 'kept' : 'failed';
      },
      (outcome) => {
        const failed = outcome !== 'saved';
        const why = outcome === 'kept' ? words.wordsKept : words.notSaved;
        // The current text may be nothing that was stored; `#hearTyping` reports that.
        const isUnheard = !failed && typed.isUnheard;
        saved.hidden = false;
        saved.classList.toggle('bad', failed);
        saved.textContent = failed
          ? reloaded
            ? words.reloaded
            : why
          : isUnheard
            ? ''
            : words.saved;
        if (reloaded) this.#saver?.stop();
        this.#edges.host.place();
        if (failed) this.#closeWhenSaved = false;
        else if (this.#closeWhenSaved && !this.#isSaving()) this.close();
        else this.#lifetime.restart();
      },
    );
    this.#field = field;
    this.#saved = saved;
    this.#fields.push(typed);
    return [field, saved];
  }

  /** Returns the field that has the keyboard focus. */
  #typing(): TypedWords | undefined {
    return this.#fields.find(({ field }) => this.#isIn(field));
  }

  #onInput(event: Event): void {
    const typed = this.#typing();
    if (!typed?.input(event)) return;
    this.#closeWhenSaved = false;
    if (typed.field === this.#page?.input) this.#page.onInput();
    else if (typed.field === this.#field) {
      this.#saver?.write(typed.words);
      // The message was about the previous words, so it goes until these are stored. An error
      // message stays until then.
      if (this.#saved && !this.#saved.classList.contains('bad')) this.#saved.textContent = '';
    }
    this.#lifetime.restart();
    this.#edges.host.place();
  }

  /** Reports that the page keeps the field's events from us, so nothing typed is saved. */
  #hearTyping(): void {
    if (!this.#saved || !this.#typing()?.isUnheard) return;
    this.#saved.hidden = false;
    this.#saved.classList.add('bad');
    this.#saved.textContent = this.#edges.words.typingBlocked;
    this.#edges.host.place();
  }

  #onKey(event: KeyboardEvent): void {
    this.#lifetime.restart();
    if (event.isComposing) return;
    if (this.#placeRow?.onKey(event)) {
      event.preventDefault();
      return;
    }
    if (event.key === 'Escape') {
      // Otherwise it would also close a modal dialog of the page.
      event.preventDefault();
      this.#escape();
    }
    if (event.key !== 'Enter' || event.shiftKey || !this.#typing()) return;
    event.preventDefault();
    if (this.#onEnter) this.#onEnter(event);
    else if (this.#isSaving()) this.#closeWhenSaved = true;
    else this.close();
  }

  #escape(): void {
    if (!this.#holdsOnlyCopy) this.close();
  }

  #isIn(field: Element | undefined): boolean {
    return field !== undefined && this.#edges.host.overlay.activeElement === field;
  }

  async #undo(state: Kept): Promise<void> {
    const { words } = this.#edges;
    const outcome = await this.#edges.undo(state.itemId, state.tieId);
    if (outcome !== 'done') return this.#tell(outcome, words.undoFailed);
    if (state.tieId !== undefined) {
      this.#render('check', '', [this.#closeButton()]);
      this.#say(words.untied, '');
      return this.#lifetime.restart(farewellMs);
    }
    const note = this.#fields.find(({ field }) => field === this.#field)?.words ?? state.note;
    this.#render('check', '', [
      this.#acting(words.putBack, 'quiet', () => this.#restore({ ...state, note })),
    ]);
    this.#say(words.removed, '');
    this.#lifetime.restart(farewellMs);
  }

  async #restore(state: Kept): Promise<void> {
    const outcome = await this.#edges.restore(state.itemId);
    if (outcome === 'done') this.#showClipped({ ...state, state: 'clipped' });
    else this.#tell(outcome, this.#edges.words.restoreFailed);
  }

  #tell(outcome: Outcome, sentence: string): void {
    const { words } = this.#edges;
    this.#say(outcome === 'reloaded' ? words.reloaded : sentence, '');
  }

  /** The confirmation that replaces this one shows the result. */
  async #retry(again: HTMLButtonElement, retry: NonNullable<Failed['retry']>): Promise<void> {
    again.disabled = true;
    const outcome = await this.#edges.retry(retry);
    if (this.#ended.signal.aborted) return;
    again.disabled = false;
    if (outcome === 'reloaded') this.#tell(outcome, '');
  }

  /** The confirmation that replaces this one shows the result. */
  async #clipAt(again: NonNullable<Failed['retry']>): Promise<void> {
    const outcome = await this.#edges.retry(again);
    if (outcome === 'reloaded' && !this.#ended.signal.aborted) this.#tell(outcome, '');
  }

  async #copy(
    event: Event,
    copy: HTMLButtonElement,
    markdown: string,
    unsavedId: string | undefined,
  ): Promise<void> {
    const { words, discard } = this.#edges;
    const copied = await copyText(markdown);
    copy.textContent = copied ? words.copied : words.copyRefused;
    // It is copied at once, as the gesture requires; it is discarded only if the click can be
    // genuine.
    if (!copied || unsavedId === undefined) return;
    if (await this.#edges.host.overlay.admits(event, copy)) await discard(unsavedId);
  }
}
