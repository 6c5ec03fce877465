import { FileInput, TriangleAlert, X } from 'lucide';
import { keyPart, t, tCount } from '../../lib/client/i18n.ts';
import type { OpeningState } from '../hooks/use-open-posts.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

interface OpenPostsProps {
  opening: OpeningState;
  /** Opens the file picker; call it directly in a click's handler. */
  onChoose(): void;
  onOpen(files: readonly File[]): void;
  /** Goes to a wrap-up. */
  onShow(id: string): void;
  onClose(): void;
}

/** Opening posts: how to choose them, whether to open that many, and which could not be opened. */
export function OpenPosts({ opening, onChoose, onOpen, onShow, onClose }: OpenPostsProps) {
  return (
    <section class="draft-panel open-posts" aria-label={t('post_open_title')}>
      <div class="row">
        <div class="grow" role="status">
          {opening.state === 'choose' && <p>{t('post_open_explained')}</p>}
          {opening.state === 'ask' && <p>{tCount('post_open_ask', opening.files.length)}</p>}
          {opening.state === 'busy' && <p>{t('post_open_busy')}</p>}
          {opening.state === 'done' && <Report {...opening} onShow={onShow} />}
        </div>
        {opening.state !== 'busy' && (
          <IconButton small icon={X} label={t('popup_dismiss')} onClick={onClose} />
        )}
      </div>
      {opening.state === 'choose' && (
        <div class="row wrap">
          <button type="button" class="button primary" onClick={onChoose}>
            <Icon of={FileInput} />
            {t('post_open_choose')}
          </button>
        </div>
      )}
      {opening.state === 'ask' && (
        <div class="row wrap">
          <button type="button" class="button primary" onClick={() => onOpen(opening.files)}>
            {t('post_open_go')}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t('post_open_cancel')}
          </button>
        </div>
      )}
    </section>
  );
}

type ReportProps = Extract<OpeningState, { state: 'done' }> & Pick<OpenPostsProps, 'onShow'>;

function Report({ report, broken, onShow }: ReportProps) {
  return (
    <ul class="opened-report">
      {report.refused.map(({ name, why }) => (
        <li key={name} class="bad">
          <Icon of={TriangleAlert} /> {t(`post_refused_${keyPart(why)}`, name)}
        </li>
      ))}
      {report.known.map(({ name, wrapUp }) => (
        <li key={name}>
          {t('post_open_known', name, wrapUp.title || t('popup_untitled'))}{' '}
          <button type="button" class="text-button" onClick={() => onShow(wrapUp.id)}>
            {t('post_open_show')}
          </button>
        </li>
      ))}
      {report.sameName.map(({ name, wrapUp }) => (
        <li key={wrapUp.id}>
          {t('post_open_same_name', name, wrapUp.title || t('popup_untitled'))}{' '}
          <button type="button" class="text-button" onClick={() => onShow(wrapUp.id)}>
            {t('post_open_show_earlier')}
          </button>
        </li>
      ))}
      {broken.map(({ name, wrapUp }) => (
        <li key={name}>{t('post_open_broken', name, wrapUp.opened?.brokenAt ?? 1)}</li>
      ))}
    </ul>
  );
}
