import { ChevronDown, ChevronUp, X } from 'lucide';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { Find } from '../hooks/use-find.ts';
import { CheckBox } from '../ui/CheckBox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { showFound } from './show-found.ts';

interface FindBarProps {
  find: Find;
  /** A new object asks for the focus again. */
  asked: object;
  /** Closes the bar; the cursor goes to the match. */
  onClose(): void;
}

/** Finds words in all blocks of the post, and replaces them, except captured ones. */
export function FindBar({ find, asked, onClose }: FindBarProps) {
  const { query, by, matches, at, current } = find;
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these decide what is painted; `find` is new each time
  useEffect(() => showFound(find), [query, find.matchCase, matches, at]);
  const canReplace = matches.some(({ isFixed }) => !isFixed);
  const state =
    query === ''
      ? ''
      : matches.length === 0
        ? t('find_nothing')
        : t('find_count', at + 1, matches.length);
  const onEnter = (act: (isShift: boolean) => void) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    act(event.shiftKey);
  };
  return (
    <search
      class="find-bar"
      aria-label={t('find_bar')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="find-row">
        <input
          ref={field}
          type="text"
          aria-label={t('find_query')}
          placeholder={t('find_query')}
          autocomplete="off"
          dir="auto"
          value={query}
          onInput={(event) => find.setQuery(event.currentTarget.value)}
          onKeyDown={onEnter((isShift) => find.step(isShift ? -1 : 1))}
        />
        <IconButton
          small
          icon={ChevronUp}
          label={t('find_previous')}
          disabled={matches.length === 0}
          onClick={() => find.step(-1)}
        />
        <IconButton
          small
          icon={ChevronDown}
          label={t('find_next')}
          disabled={matches.length === 0}
          onClick={() => find.step(1)}
        />
        <IconButton small icon={X} label={t('find_close')} onClick={onClose} />
      </div>
      <div class="find-row">
        <input
          type="text"
          aria-label={t('find_by')}
          placeholder={t('find_by')}
          autocomplete="off"
          dir="auto"
          value={by}
          onInput={(event) => find.setBy(event.currentTarget.value)}
          onKeyDown={onEnter(() => find.replaceOne())}
        />
        {/* A disabled button would lose the focus, and with it the keys of the bar. */}
        <button
          type="button"
          class="button"
          aria-disabled={!current || current.isFixed}
          onClick={find.replaceOne}
        >
          {t('find_replace')}
        </button>
        <button type="button" class="button" aria-disabled={!canReplace} onClick={find.replaceAll}>
          {t('find_replace_all')}
        </button>
      </div>
      <div class="find-row">
        <p class="find-state quiet" role="status">
          {state}
          {current?.isFixed && <span class="find-fixed">{t('find_fixed')}</span>}
        </p>
        <CheckBox
          label={t('find_match_case')}
          checked={find.matchCase}
          onChange={find.setMatchCase}
        />
      </div>
    </search>
  );
}
