import {
  Check,
  ChevronDown,
  Copy,
  Download,
  FileText,
  FolderDown,
  type IconNode,
  Images,
} from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../lib/client/i18n.ts';
import type { DraftAction } from '../preview/DraftView.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useLeave } from '../ui/outside.ts';

interface Way {
  label: MessageKey;
  icon: IconNode;
}

/** The ways to copy or export a post, in the order in which they are offered. */
export const exportWays: Readonly<Record<DraftAction, Way>> = {
  'copy-draft': { label: 'popup_copy_draft', icon: Copy },
  'copy-front-matter': { label: 'popup_copy_front_matter', icon: FileText },
  download: { label: 'popup_download', icon: Download },
  'download-archive': { label: 'popup_download_archive', icon: Images },
  'save-to-folder': { label: 'popup_folder_save', icon: FolderDown },
};

interface ExportButtonProps {
  /** The one that takes a single press. */
  way: DraftAction;
  /** The ways that are available for this post. */
  ways: readonly DraftAction[];
  /** The way that was just used, for a moment. */
  done: DraftAction | null;
  /** False until the draft is composed. */
  isReady: boolean;
  onTake(way: DraftAction): void;
}

/** Copies or exports the post in the way used last; the other ways are one click further. */
export function ExportButton({ way, ways, done, isReady, onTake }: ExportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  useLeave(root, isOpen, () => setOpen(false));
  const canTake = (each: DraftAction) => isReady || each === 'copy-front-matter';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: handles the key that closes its content
    <div
      class="export"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        event.stopPropagation();
        setOpen(false);
        more.current?.focus();
      }}
    >
      <button
        type="button"
        class="button primary"
        disabled={!canTake(way)}
        onClick={() => onTake(way)}
      >
        <Icon of={done === way ? Check : exportWays[way].icon} />
        {t(exportWays[way].label)}
      </button>
      <IconButton
        icon={ChevronDown}
        label={t('desk_export_ways')}
        expanded={isOpen}
        buttonRef={more}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for answers that are kept in a form
        <div class="export-ways floating" role="group" aria-label={t('desk_export_ways')}>
          {ways
            .filter((each) => each !== way)
            .map((each) => (
              <button
                key={each}
                type="button"
                disabled={!canTake(each)}
                onClick={() => {
                  setOpen(false);
                  onTake(each);
                }}
              >
                <Icon of={exportWays[each].icon} />
                {t(exportWays[each].label)}
              </button>
            ))}
        </div>
      )}
    </div>
  );
}
