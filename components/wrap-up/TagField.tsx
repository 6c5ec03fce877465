import { X } from 'lucide';
import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { withTags } from './tags.ts';

interface TagFieldProps {
  tags: readonly string[];
  onTags(tags: string[]): void;
  /** The text in the field that is no tag yet; it is kept like any text. */
  typed: string;
  onTyped(text: string): void;
}

/** Tags as chips: comma or Enter adds one, Backspace in the empty field removes the last. */
export function TagField({ tags, onTags, typed, onTyped }: TagFieldProps) {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(typed);
  const type = (next: string) => {
    setText(next);
    onTyped(next);
  };
  const add = (more: string) => {
    const next = withTags(tags, more);
    if (next.length !== tags.length) onTags(next);
    type('');
  };
  const remove = (at: number) => {
    onTags(tags.filter((_, index) => index !== at));
    input.current?.focus();
  };
  return (
    <div class="field" ref={root}>
      <label for={id}>{t('popup_tags')}</label>
      <div class="chips">
        {tags.map((tag, at) => (
          <span key={tag} class="chip">
            <bdi>{tag}</bdi>
            <button
              type="button"
              aria-label={t('popup_tag_remove', tag)}
              onClick={() => remove(at)}
            >
              <Icon of={X} />
            </button>
          </span>
        ))}
        <input
          id={id}
          ref={input}
          type="text"
          class="chip-input"
          autocomplete="off"
          dir="auto"
          data-field="tags"
          placeholder={t('popup_tag_add')}
          value={text}
          onInput={(event) => {
            const next = event.currentTarget.value;
            if (/[,;\n\t]/.test(next)) add(next);
            else type(next);
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData?.getData('text') ?? '';
            if (!/[,;\n\t]/.test(pasted)) return;
            event.preventDefault();
            add(`${text}${pasted}`);
          }}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter' && text.trim()) {
              event.preventDefault();
              add(text);
            } else if (event.key === 'Backspace' && text === '' && tags.length > 0) {
              event.preventDefault();
              remove(tags.length - 1);
            }
          }}
          onBlur={() => text.trim() && add(text)}
        />
      </div>
    </div>
  );
}
