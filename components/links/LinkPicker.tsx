import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t, tCount } from '../../lib/client/i18n.ts';
import { type LinkChoice, LinkList } from './LinkList.tsx';
import { type LinkRequest, linkUseOf } from './link-field.ts';
import { makeLink, type Refusal, refusalIn } from './make-link.ts';
import type { TextLinksProps } from './TextLinks.tsx';
import { targetTitle } from './target-kinds.ts';
import { useBesideWords, useFieldAttributes } from './use-beside-words.ts';
import { useClipboardAddress } from './use-clipboard-address.ts';
import { useDroppedLinks } from './use-dropped-links.ts';
import { useLinkSession } from './use-link-session.ts';
import { usePastedLinks } from './use-pasted-links.ts';
import { type Found, targetsFor, useTargets, withClipboard } from './use-targets.ts';

interface LinkPickerProps extends TextLinksProps {
  /** The request that was made before this was loaded. */
  asked: LinkRequest | undefined;
}

/** More than anybody reads; the next letter finds what is missing. */
const mostShown = 40;

/**
 * Lets the user choose what a link leads to. For a link over words the query is typed in a separate
 * field; after `[[` or `](`, in the text itself. It follows
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/, with the list as its popup.
 */
export function LinkPicker({ read, layoutNow, asked, onRefused }: LinkPickerProps) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState({ words: '', isTyped: false });
  const [active, setActive] = useState(0);
  const targets = useTargets(read);
  const clipboard = useClipboardAddress();
  const sought = useRef('');
  const seek = (next: string) => {
    sought.current = next;
    setQuery(next);
    setActive(0);
  };
  const refuse = (refusal: Refusal) => onRefused(t(`link_refused_${refusal}`));

  const { words, isTyped } = opened;
  // After `](`, the target that the words name comes first.
  const copied = query.trim() === '' && !(isTyped && words !== '') ? clipboard.address : undefined;
  const shown = useMemo(() => {
    const found = targetsFor(query, targets.found, words);
    return copied === undefined ? found : withClipboard(found, copied, t('link_in_clipboard'));
  }, [query, targets.found, words, copied]);
  const listed = shown.slice(0, mostShown);
  // It comes last, so never before the others: whoever types and presses Enter at once means a target.
  const asks = targets.found !== undefined && clipboard.canAsk && !isTyped && query.trim() === '';
  const choices: readonly LinkChoice[] = asks ? [...listed, 'ask'] : listed;
  const { length } = choices;
  const { session, picker, close } = useLinkSession(
    {
      mayOpen(field) {
        const refusal = refusalIn(field);
        if (refusal) refuse(refusal);
        return refusal === undefined;
      },
      onOpen(opened) {
        seek('');
        setOpened(opened);
        void targets.refresh();
        void clipboard.refresh();
      },
      onQuery(next) {
        // This is also called when a key is released, and arrow keys must keep their position.
        if (next !== sought.current) seek(next);
      },
      onKey({ key, shiftKey, ctrlKey, metaKey, altKey }) {
        const choice = choices[active];
        if (ctrlKey || metaKey || altKey || choice === undefined) return false;
        if (key === 'ArrowDown') setActive((active + 1) % length);
        else if (key === 'ArrowUp') setActive((active || length) - 1);
        else if ((key === 'Enter' || (key === 'Tab' && !isInAddress)) && !shiftKey) choose(choice);
        else return false;
        return true;
      },
    },
    asked,
  );
  const choose = (target: LinkChoice) => {
    if (!session) return;
    if (target === 'ask') {
      setActive(0);
      return void clipboard.ask();
    }
    close(true);
    const refusal = makeLink(session, { title: targetTitle(target), url: target.url });
    if (refusal) refuse(refusal);
  };
  usePastedLinks(layoutNow);
  useDroppedLinks(async (clipId, at) => {
    const targetIn = (found: Found | undefined) =>
      found?.find(({ value }) => value.clipIds.includes(clipId))?.value;
    const { value } = at.field;
    // It may have been clipped since they were read.
    const found = targetIn(targets.found) ? targets.found : await targets.refresh();
    if (found === undefined) return;
    const target = targetIn(found);
    if (!target) return refuse('address');
    // Other words are in its place now.
    if (at.field.value !== value) return;
    const to = { title: targetTitle(target), url: target.url };
    const refusal = makeLink({ ...at, isTyped: false, words: '' }, to);
    if (refusal) refuse(refusal);
  });

  const isInAddress = session?.isTyped === true && linkUseOf(session.field) === 'address';
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), [session]);
  useBesideWords(picker, session, choices);
  const activeId = session && choices[active] ? `${listId}-${active}` : undefined;
  useFieldAttributes(session, listId, activeId);

  // A typed address is no name to search for.
  if (!session || (isInAddress && shown.length === 0)) return null;
  return (
    <div ref={picker} class="link-picker floating">
      {!session.isTyped && (
        <input
          type="text"
          role="combobox"
          aria-label={t('link_to')}
          aria-autocomplete="list"
          aria-expanded={true}
          aria-controls={listId}
          aria-activedescendant={activeId}
          placeholder={t('link_search')}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          ref={input}
          value={query}
          onInput={(event) => seek(event.currentTarget.value)}
        />
      )}
      <LinkList id={listId} choices={choices} active={active} onChoose={choose} />
      <p class="quiet" role="status">
        {targets.found && countText(shown.length, query)}
      </p>
    </div>
  );
}

function countText(count: number, query: string): string {
  if (count === 0) return t(query.trim() === '' ? 'link_count_nothing' : 'link_count_none');
  return tCount('link_count', count);
}
