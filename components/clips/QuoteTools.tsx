import { Bold, type IconNode, Italic, Merge, SplitSquareVertical } from 'lucide';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { keyPart, t } from '../../lib/client/i18n.ts';
import { ariaKeys, shownKeys } from '../../lib/client/keys.ts';
import { textEdit } from '../../lib/core/merge/text-edit.ts';
import type { QuoteOutcome, Refusal } from '../../lib/quotes/edit-outcome.ts';
import { elideWords } from '../../lib/quotes/elide-words.ts';
import { emphasizeWords } from '../../lib/quotes/mark-words.ts';
import { type Halves, splitAt } from '../../lib/quotes/split-quote.ts';
import { LinkButton } from '../links/LinkButton.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { replaceText } from '../ui/replace-text.ts';
import { type QuoteTool, quoteKeys, quoteToolOf } from './quote-keys.ts';

interface QuoteToolsProps {
  /** The field with the quote's Markdown. */
  field: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>;
  /** Given if a quote can be split into two rows. */
  onSplit?: ((halves: Halves, text: string) => void) | undefined;
  /** Given if it is one of two halves. */
  onJoin?: (() => void) | undefined;
  /** Shown beside the tools. */
  children?: ComponentChildren;
}

const icons: Record<Exclude<QuoteTool, 'elide'>, IconNode> = {
  bold: Bold,
  italic: Italic,
  split: SplitSquareVertical,
};

const iconTools = ['bold', 'italic', 'split'] as const;

/**
 * Tools for the selected words of a quote that change none of them; they also work by keys in its
 * field.
 */
export function QuoteTools({ field, onSplit, onJoin, children }: QuoteToolsProps) {
  const [refused, setRefused] = useState<Refusal>();
  const [fieldId, setFieldId] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is there from the first frame, and keeps its id
  useEffect(() => setFieldId(field.current?.id ?? ''), []);
  const run = (tool: QuoteTool) => {
    const control = field.current;
    if (!control) return;
    const { value, selectionStart, selectionEnd } = control;
    const selection = { start: selectionStart ?? 0, end: selectionEnd ?? 0 };
    if (tool === 'split') {
      const halves = splitAt(value, selection.start);
      setRefused(halves.ok ? undefined : halves.error);
      if (halves.ok) onSplit?.(halves.value, value);
      return;
    }
    const outcome = edited(tool, value, selection);
    setRefused(outcome.ok ? undefined : outcome.error);
    if (!outcome.ok) return;
    replaceText(control, textEdit(value, outcome.value.markdown));
    control.setSelectionRange(outcome.value.selection.start, outcome.value.selection.end);
  };

  useEffect(() => {
    const control = field.current;
    if (!control) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const tool = quoteToolOf(event);
      if (tool === undefined || (tool === 'split' && !onSplit)) return;
      event.preventDefault();
      run(tool);
    };
    const onInput = () => setRefused(undefined);
    control.addEventListener('keydown', onKeyDown);
    control.addEventListener('input', onInput);
    return () => {
      control.removeEventListener('keydown', onKeyDown);
      control.removeEventListener('input', onInput);
    };
  });

  return (
    <>
      <div class="quote-tools">
        <span class="quote-tools" role="toolbar" aria-label={t('quote_tools')}>
          <button
            type="button"
            class="icon-button small quote-elide"
            aria-label={t('quote_elide')}
            aria-keyshortcuts={ariaKeys(quoteKeys.elide)}
            title={`${t('quote_elide')} (${shownKeys(quoteKeys.elide)})`}
            onClick={() => run('elide')}
          >
            […]
          </button>
          <LinkButton fieldId={fieldId} fieldLabel={t('popup_markdown')} use="words" />
          {iconTools.map((tool) =>
            tool === 'split' && !onSplit ? null : (
              <IconButton
                key={tool}
                small
                icon={icons[tool]}
                label={t(`quote_${tool}`)}
                keys={{ aria: ariaKeys(quoteKeys[tool]), shown: shownKeys(quoteKeys[tool]) }}
                onClick={() => run(tool)}
              />
            ),
          )}
          {onJoin && <IconButton small icon={Merge} label={t('quote_join')} onClick={onJoin} />}
        </span>
        {children}
      </div>
      <p class="field-hint warn" role="status" hidden={refused === undefined}>
        {refused && t(`quote_refused_${keyPart(refused)}`)}
      </p>
    </>
  );
}

function edited(
  tool: Exclude<QuoteTool, 'split'>,
  markdown: string,
  selection: { start: number; end: number },
): QuoteOutcome {
  if (tool === 'elide') return elideWords(markdown, selection);
  return emphasizeWords(markdown, selection, tool === 'bold' ? 'strong' : 'emphasis');
}
