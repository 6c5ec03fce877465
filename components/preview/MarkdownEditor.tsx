import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { mergeText } from '../../lib/core/merge/merge-text.ts';
import { textEdit } from '../../lib/core/merge/text-edit.ts';
import { caretAfter } from '../ui/caret-after.ts';
import { replaceText } from '../ui/replace-text.ts';
import { topOfLine } from './top-of-line.ts';

/** The result of an edit of the whole text. */
export type TextEditOutcome =
  /** The post now says it, in the form of `text`. */
  | { state: 'written'; text: string; changeId?: string | undefined }
  /**
   * Nothing was written yet; it is tried again after the next letter, or when the field is left.
   */
  | { state: 'later' }
  /** The post can't express it; `line` of the text, from 0. */
  | { state: 'refused'; line: number; text: string };

/**
 * The Markdown of a post as one editable text. Changes become changes of the blocks
 * (`useTextEdit`), a moment after the last letter or when the field is left. Changes made elsewhere
 * meanwhile are merged into it; the caret and the browser's own undo are kept. The desk's Preview
 * and the Draft tab show it.
 */
export interface MarkdownEditorProps {
  /** The composed draft. */
  text: string;
  onEdit(edit: { text: string; over: string; isLast: boolean }): Promise<TextEditOutcome>;
  /** Called with the caret's line, from 0, so that its block can be shown elsewhere. */
  onLine?(line: number): void;
  /** The line to show, from 0; a new object scrolls there again. */
  shownLine?: { line: number } | undefined;
  startTopPx?: number;
  onScrolled?(topPx: number): void;
}

/** The pause in typing after which the text is read. */
const pauseMs = 800;

const levelled = (text: string) => text.replace(/\r\n?/g, '\n');

export function MarkdownEditor(props: MarkdownEditorProps) {
  const { text, onEdit, onLine, shownLine, startTopPx = 0 } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const hold = useRef<TextHold>(undefined);
  // The browser would put a changed value into the field.
  const [first] = useState(() => levelled(text));
  const [refused, setRefused] = useState<Extract<TextEditOutcome, { state: 'refused' }>>();
  const edit = useRef(onEdit);
  edit.current = onEdit;
  if (hold.current === undefined) {
    hold.current = new TextHold(
      text,
      () => field.current,
      (each) => edit.current(each),
      setRefused,
    );
  }
  const held = hold.current;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only at the start; `held` stays the same
  useLayoutEffect(() => {
    if (field.current) field.current.scrollTop = startTopPx;
    return () => held.leave();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `held` stays the same
  useLayoutEffect(() => held.stored(text), [text]);
  useEffect(() => {
    if (!field.current || !shownLine || document.activeElement === field.current) return;
    field.current.scrollTop = topOfLine(field.current, shownLine.line);
  }, [shownLine]);

  const tellLine = () => {
    const { selectionStart = 0, value = '' } = field.current ?? {};
    onLine?.(value.slice(0, selectionStart).split('\n').length - 1);
  };
  return (
    <div class="markdown-editor">
      {refused && (
        <p class="problem" id={id} role="status">
          {t('text_refused_at', refused.line + 1, refused.text)}{' '}
          <button type="button" class="text-button" onClick={() => held.giveUp()}>
            {t('text_give_up')}
          </button>
        </p>
      )}
      <textarea
        ref={field}
        class="code"
        aria-label={t('text_edit_label')}
        aria-describedby={refused ? id : undefined}
        aria-invalid={refused ? true : undefined}
        defaultValue={first}
        dir="auto"
        spellcheck={false}
        onInput={() => held.typed()}
        onBlur={() => held.leave()}
        onSelect={tellLine}
        onScroll={(event) => props.onScrolled?.(event.currentTarget.scrollTop)}
      />
    </div>
  );
}

type Ask = MarkdownEditorProps['onEdit'];
type OnRefused = (refused: Extract<TextEditOutcome, { state: 'refused' }> | undefined) => void;

/** The field's text, and the draft that it is based on. */
class TextHold {
  /** The draft that matches the field's text. */
  #seen: string;
  #isTyped = false;
  #isAsking = false;
  #isOwn = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was sent, and the resulting draft. */
  #sent: { typed: string; becomes: string } | undefined;
  readonly #field: () => HTMLTextAreaElement | null;
  readonly #ask: Ask;
  readonly #onRefused: OnRefused;
  /** The current draft, with its own line ends. */
  #draft: string;

  constructor(
    draft: string,
    field: () => HTMLTextAreaElement | null,
    ask: Ask,
    onRefused: OnRefused,
  ) {
    this.#draft = draft;
    this.#seen = levelled(draft);
    this.#field = field;
    this.#ask = ask;
    this.#onRefused = onRefused;
  }

  typed(): void {
    if (this.#isOwn) return;
    this.#isTyped = true;
    this.#onRefused(undefined);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(false), pauseMs);
  }

  leave(): void {
    if (!this.#isTyped) return;
    clearTimeout(this.#timer);
    void this.#send(true);
  }

  /** Restores the post's own text. */
  giveUp(): void {
    clearTimeout(this.#timer);
    this.#isTyped = false;
    this.#onRefused(undefined);
    this.#show(levelled(this.#draft));
    this.#field()?.focus();
  }

  /** The draft has changed. */
  stored(draft: string): void {
    this.#draft = draft;
    const now = levelled(draft);
    if (now === this.#seen) return;
    const text = this.#field()?.value ?? now;
    const { typed, becomes } = this.#sent ?? {};
    const base = typed !== undefined && becomes === now ? typed : this.#seen;
    this.#sent = undefined;
    this.#seen = now;
    const merged = this.#isTyped || base === typed ? mergeText(base, text, now).text : now;
    this.#show(merged);
    this.#isTyped = merged !== now;
    if (this.#isTyped) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#send(false), pauseMs);
    }
  }

  async #send(isLast: boolean): Promise<void> {
    const field = this.#field();
    const text = field?.value;
    if (text === undefined || this.#isAsking) {
      if (this.#isAsking) this.#timer = setTimeout(() => void this.#send(isLast), pauseMs);
      return;
    }
    if (text === this.#seen) {
      this.#isTyped = false;
      return;
    }
    this.#isAsking = true;
    const over = this.#draft;
    const outcome = await this.#ask({ text, over, isLast });
    this.#isAsking = false;
    if (outcome.state === 'refused') {
      if (field?.value === text) this.#onRefused(outcome);
    } else if (outcome.state === 'written') {
      this.#sent = { typed: text, becomes: levelled(outcome.text) };
      if (field?.value === text) this.#isTyped = false;
      // A change of spacing alone changes no draft.
      if (levelled(outcome.text) === this.#seen && field?.value === text) this.#show(this.#seen);
    }
  }

  #show(text: string): void {
    const field = this.#field();
    if (!field || field.value === text) return;
    const { value, selectionStart, selectionEnd, scrollTop } = field;
    const carets = [selectionStart, selectionEnd].map((at) => caretAfter(value, text, at)) as [
      number,
      number,
    ];
    if (document.activeElement !== field) {
      field.value = text;
      return;
    }
    this.#isOwn = true;
    // It is replaced as if it were typed, so the browser's undo still works.
    replaceText(field, textEdit(value, text));
    this.#isOwn = false;
    if (field.value !== text) field.value = text;
    field.setSelectionRange(...carets);
    field.scrollTop = scrollTop;
  }
}
