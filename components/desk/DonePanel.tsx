import { Check, CircleCheck, FileText, Image } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t, tCount } from '../../lib/client/i18n.ts';
import { ChecksPanel, type ChecksPanelProps } from '../checks/ChecksPanel.tsx';
import type { DraftAction } from '../preview/DraftView.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { exportWays } from './ExportButton.tsx';

interface DonePanelProps {
  /** The results of the checks; undefined until they arrive. */
  checks: ChecksPanelProps | undefined;
  /** Paths of the post's files, the post first; undefined until it is composed. */
  files: readonly string[] | undefined;
  /** How many of its pictures have no file here. */
  missing: number;
  /** The way in which the post is copied or exported, as the last time. */
  way: DraftAction;
  /** True if it was just copied or exported this way. */
  isTaken: boolean;
  onTake(): void;
  /** Archives the wrap-up and starts the next. */
  onNext(): void;
  onClose(): void;
}

/** The ways that include the pictures. */
const withPictures: ReadonlySet<DraftAction> = new Set(['download-archive', 'save-to-folder']);

/**
 * The last step before publishing: what to check, which files are exported, the export itself, and
 * the next wrap-up.
 */
export function DonePanel(props: DonePanelProps) {
  const { checks, files, missing, way, isTaken, onTake, onNext, onClose } = props;
  const take = useRef<HTMLButtonElement>(null);
  const isReady = files !== undefined;
  useLayoutEffect(() => take.current?.focus(), [isReady]);
  const [post, ...pictures] = files ?? [];
  const staysHere = pictures.length > 0 && !withPictures.has(way);
  return (
    <Dialog label={t('done_title')} class="done-panel" hasHead onClose={onClose}>
      <div class="dialog-body">
        {!checks ? (
          <p class="quiet done-line">{t('done_checking')}</p>
        ) : checks.findings.length === 0 ? (
          <p class="done-line good">
            <Icon of={CircleCheck} />
            {t('done_nothing_to_check')}
          </p>
        ) : (
          <ChecksPanel {...checks} />
        )}
        <section class="done-leaves" aria-label={t('done_leaves')}>
          <h3>{t('done_leaves')}</h3>
          <ul>
            {post !== undefined && <Leaving icon={FileText} path={post} />}
            {pictures.map((path) => (
              <Leaving key={path} icon={Image} path={path} isLeft={staysHere} />
            ))}
          </ul>
          {staysHere && <p class="warn">{tCount('done_pictures_stay', pictures.length)}</p>}
          {missing > 0 && <p class="warn">{tCount('done_missing', missing)}</p>}
        </section>
      </div>
      <footer class="dialog-foot">
        <button type="button" class="button" onClick={onNext}>
          {t('done_next')}
        </button>
        <button
          type="button"
          class="button primary"
          ref={take}
          disabled={!isReady}
          onClick={onTake}
        >
          <Icon of={isTaken ? Check : exportWays[way].icon} />
          {t(exportWays[way].label)}
        </button>
      </footer>
    </Dialog>
  );
}

interface LeavingProps {
  icon: typeof FileText;
  path: string;
  isLeft?: boolean;
}

function Leaving({ icon, path, isLeft }: LeavingProps) {
  return (
    <li class={isLeft ? 'quiet' : undefined}>
      <Icon of={icon} />
      <bdi>{path}</bdi>
    </li>
  );
}
