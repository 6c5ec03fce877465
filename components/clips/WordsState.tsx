import { RotateCcw } from 'lucide';
import { useMemo } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { canClipAgain, isUntied } from '../../lib/clips/tie-quote.ts';
import type { Quote } from '../../lib/core/post/item.ts';
import { compareWords, type Difference } from '../../lib/core/text/words-guard.ts';
import { Icon } from '../ui/Icon.tsx';

interface WordsStateProps {
  item: Quote;
  /** The source's words, in the form that the site shows. */
  captured: string;
  /** All quotes of the same clip, in the post's order. */
  blocks: readonly Quote[];
  onBack(): void;
}

/** Says whether the words are still the source's, which are not, and offers to restore them. */
export function WordsState({ item, captured, blocks, onBack }: WordsStateProps) {
  const texts = blocks.map(({ editedMarkdown }) => editedMarkdown ?? captured);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words and the place among them stand for the quotes, which are new with every letter
  const verdict = useMemo(
    () => compareWords(texts, captured)[blocks.indexOf(item)],
    [texts.join('\0'), captured, blocks.indexOf(item)],
  );
  if (item.editedMarkdown === null || verdict === undefined) {
    if (!isUntied(item)) return <>{t('popup_words_unchanged')}</>;
    return <>{t(canClipAgain(item) ? 'quote_untied' : 'quote_untied_nowhere')}</>;
  }
  const { words } = verdict;
  return (
    <span class="row wrap">
      <span class={words === 'same' ? undefined : 'warn'}>
        {words === 'same'
          ? t('popup_words_same')
          : words === 'reordered'
            ? t('popup_words_reordered')
            : t('popup_words_differ')}
        {words === 'changed' &&
          verdict.differences.map((each) => (
            <span key={`${each.said}/${each.source}`} class="difference">
              {' '}
              {sentenceOf(each)}
            </span>
          ))}
      </span>
      <button type="button" class="text-button" onClick={onBack}>
        <Icon of={RotateCcw} />
        {t('popup_words_back')}
      </button>
    </span>
  );
}

function sentenceOf({ said, source }: Difference): string {
  if (said === '') return t('quote_words_missing', source);
  return source === '' ? t('quote_words_added', said) : t('quote_words_changed', said, source);
}
