import { t } from '../../lib/client/i18n.ts';
import { Dialog } from '../ui/Dialog.tsx';

interface BlockMarkdownProps {
  /** The lines of the post that the block prints. */
  text: string;
  onCopy(): void;
  /** Goes to where these lines can be changed. */
  onEdit(): void;
  onClose(): void;
}

/** A block's Markdown exactly as it is exported, to read and copy, and a way to its editor. */
export function BlockMarkdown({ text, onCopy, onEdit, onClose }: BlockMarkdownProps) {
  return (
    <Dialog label={t('block_markdown')} class="block-markdown" hasHead onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll it, too */}
      <section class="dialog-body" tabIndex={0} aria-label={t('block_markdown_text')}>
        {text === '' ? (
          <p class="quiet">{t('part_prints_nothing')}</p>
        ) : (
          <pre dir="auto">{text}</pre>
        )}
      </section>
      <footer class="dialog-foot">
        <button type="button" class="button" onClick={onEdit}>
          {t('block_markdown_edit')}
        </button>
        <button type="button" class="button primary" onClick={onCopy}>
          {t('block_markdown_copy')}
        </button>
      </footer>
    </Dialog>
  );
}
