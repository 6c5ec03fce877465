import { X } from 'lucide';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { IconButton } from '../ui/IconButton.tsx';

interface SearchBarProps {
  query: string;
  /** Undefined while the search is running. */
  found: number | undefined;
  inputRef: RefObject<HTMLInputElement | null>;
  onQuery(query: string): void;
  onClose(): void;
}

/** Filters the list to the items that contain all the words. */
export function SearchBar({ query, found, inputRef, onQuery, onClose }: SearchBarProps) {
  useLayoutEffect(() => inputRef.current?.focus(), [inputRef]);
  return (
    <search class="search-bar">
      <input
        ref={inputRef}
        type="text"
        aria-label={t('popup_search_label')}
        placeholder={t('popup_search_label')}
        autocomplete="off"
        dir="auto"
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <span class="quiet" role="status">
        {query.trim() &&
          found !== undefined &&
          (found === 0 ? t('popup_search_none') : t('popup_search_found', found))}
      </span>
      <IconButton small icon={X} label={t('popup_search_close')} onClick={onClose} />
    </search>
  );
}
