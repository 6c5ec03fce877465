import { ExternalLink, Link2 } from 'lucide';
import { useMemo, useRef } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { capturedMarkdown } from '../../lib/clips/captured-markdown.ts';
import { sourceAtWords } from '../../lib/clips/source-at-words.ts';
import { canClipAgain } from '../../lib/clips/tie-quote.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Quote } from '../../lib/core/post/item.ts';
import { joinHalves } from '../../lib/quotes/join-halves.ts';
import type { Halves } from '../../lib/quotes/split-quote.ts';
import { Icon } from '../ui/Icon.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { Edit } from './ClipEditor.tsx';
import { QuoteTools } from './QuoteTools.tsx';
import { WordsState } from './WordsState.tsx';

/** Splits a quote into two rows, and joins two rows into one. */
export interface QuoteSteps {
  /** @param text the Markdown that the halves are made of */
  onSplit(quote: Quote, halves: Halves, text: string): void;
  /** @param markdown the words of both */
  onJoin(halves: readonly [Quote, Quote], markdown: string): void;
  onBack(quote: Quote): void;
  onClipAgain(quote: Quote): void;
}

export interface QuoteMarkdownProps {
  item: Quote;
  /** The site shows raw HTML in Markdown. */
  rawHtml: boolean;
  onEdit: Edit;
  /** All quotes of the same clip, in the post's order; default: it alone. */
  blocks?: readonly Quote[] | undefined;
  /** Actions on more than this row; absent if there are no other rows. */
  steps?: QuoteSteps | undefined;
  /** How its field looks. */
  look: { lines: number; code?: boolean; hideLabel?: boolean; class?: string };
}

/** A quote's words as Markdown, with their tools. */
export function QuoteMarkdown(props: QuoteMarkdownProps) {
  const { item, rawHtml, onEdit, blocks = [item], steps } = props;
  const captured = capturedMarkdown(item, rawHtml);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const halves = halvesOf(item, blocks);
  return (
    <>
      <TextField
        {...props.look}
        label={t('popup_markdown')}
        value={item.editedMarkdown ?? captured}
        fieldName="markdown"
        links="words"
        maxLength={limits.quoteMarkdown}
        hint={
          <WordsState
            item={item}
            captured={captured}
            blocks={blocks}
            onBack={() => (halves && steps ? steps.onBack(item) : onEdit({ editedMarkdown: null }))}
          />
        }
        controlRef={field}
        onText={(markdown) => onEdit({ editedMarkdown: markdown === captured ? null : markdown })}
      />
      <QuoteTools
        field={field}
        onSplit={steps && ((both, text) => steps.onSplit(item, both, text))}
        onJoin={
          halves &&
          steps &&
          (() => {
            const [first, second] = halves;
            const texts = { first: wordsIn(first, rawHtml), second: wordsIn(second, rawHtml) };
            steps.onJoin(halves, joinHalves(texts, captured));
          })
        }
      >
        <SourceLink item={item} />
        {steps && canClipAgain(item) && (
          <button type="button" class="text-button" onClick={() => steps.onClipAgain(item)}>
            <Icon of={Link2} />
            {t('quote_clip_again')}
          </button>
        )}
      </QuoteTools>
    </>
  );
}

const wordsIn = (quote: Quote, rawHtml: boolean) =>
  quote.editedMarkdown ?? capturedMarkdown(quote, rawHtml);

/** Returns the quote with the adjacent half: the one below or, for the last, the one above. */
function halvesOf(item: Quote, blocks: readonly Quote[]): readonly [Quote, Quote] | undefined {
  const halves = blocks.filter(({ editedMarkdown }) => editedMarkdown !== null);
  const at = halves.indexOf(item);
  const [above, below] = [halves[at - 1], halves[at + 1]];
  if (at < 0) return undefined;
  return below ? [item, below] : above ? [above, item] : undefined;
}

/**
 * It must be a real link, because browsers do not scroll to words otherwise (Chromium 156, Firefox
 * 153).
 */
function SourceLink({ item }: { item: Quote }) {
  const address = useMemo(() => sourceAtWords(item), [item]);
  if (address === undefined) return null;
  return (
    <a class="text-button source-link" href={address} target="_blank" rel="noreferrer">
      <Icon of={ExternalLink} />
      {t(address.includes(':~:') ? 'quote_open_at_words' : 'quote_open')}
    </a>
  );
}
