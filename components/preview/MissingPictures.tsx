import { ImageUp, RotateCw } from 'lucide';
import type { ImageClip } from '../../lib/core/item.ts';
import type { MissingPicture } from '../../lib/exporters/exporter.ts';
import { t } from '../hooks/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { clipName, pictureIn } from './picture-files.ts';

const reasons = {
  'no-bytes': 'popup_missing_no_bytes',
  'shown-from-site': 'popup_missing_shown_from_site',
  'unsafe-name': 'popup_missing_unsafe_name',
  'name-taken': 'popup_missing_name_taken',
  'only-named': 'popup_missing_only_named',
} as const satisfies Record<MissingPicture['reason'], string>;

interface MissingPicturesProps {
  missing: readonly MissingPicture[];
  /** The picture's clip, by id. */
  clipOf(itemId: string): ImageClip | undefined;
  /** Ids of clips whose pictures are being fetched or stored. */
  busy: ReadonlySet<string>;
  onFetch(clip: ImageClip): void;
  onFile(clip: ImageClip, file: File): void;
  /** Given where a file cannot be chosen here: opens where it can. */
  onChoose?: (() => void) | undefined;
}

/** What is still to be done before the post shows all its pictures; nothing where nothing is. */
export function MissingPictures(props: MissingPicturesProps) {
  if (props.missing.length === 0) return null;
  return (
    <section class="draft-panel" aria-label={t('popup_missing_pictures')}>
      <details open>
        <summary class="warn">{t('popup_missing_pictures')}</summary>
        <ul>
          {props.missing.map(({ path, itemId, reason }) => {
            const clip = itemId === null ? undefined : props.clipOf(itemId);
            const wantsFile = reason === 'no-bytes' || reason === 'shown-from-site';
            return (
              <li key={`${itemId} ${path} ${reason}`}>
                {clip ? <Which clip={clip} /> : <code>{path}</code>} {t(reasons[reason])}
                {clip && wantsFile && <Remedies {...props} clip={clip} />}
              </li>
            );
          })}
        </ul>
      </details>
    </section>
  );
}

/** The clip by its own words, and the page it is from. */
function Which({ clip }: { clip: ImageClip }) {
  const { source } = clip;
  return (
    <>
      <strong dir="auto">{clipName(clip)}</strong>{' '}
      {source.url && (
        <a href={source.url} target="_blank" rel="noreferrer" dir="auto">
          {source.cleanTitle || source.title || source.url}
        </a>
      )}
    </>
  );
}

function Remedies(props: MissingPicturesProps & { clip: ImageClip }) {
  const { clip, onChoose } = props;
  const name = clipName(clip);
  const busy = props.busy.has(clip.id);
  const take = (data: DataTransfer | null) => {
    const file = pictureIn(data);
    if (file) props.onFile(clip, file);
    return file !== undefined;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside do the same
    <div
      class="remedies row wrap"
      aria-busy={busy}
      onPaste={(event) => take(event.clipboardData) && event.preventDefault()}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer);
      }}
    >
      {/^https?:/i.test(clip.url) && (
        <button
          type="button"
          class="button"
          disabled={busy}
          aria-label={t('popup_picture_fetch_of', name)}
          onClick={() => props.onFetch(clip)}
        >
          <Icon of={RotateCw} />
          {t('popup_picture_fetch')}
        </button>
      )}
      <ChooseFile
        label={t('popup_picture_choose_of', name)}
        disabled={busy}
        onChoose={onChoose}
        onFile={(file) => props.onFile(clip, file)}
      />
      <span class="quiet">{t('popup_picture_paste')}</span>
    </div>
  );
}

interface ChooseFileProps {
  label: string;
  disabled: boolean;
  onChoose: (() => void) | undefined;
  onFile(file: File): void;
}

function ChooseFile({ label, disabled, onChoose, onFile }: ChooseFileProps) {
  const choose = (event: MouseEvent) => {
    if (onChoose) return onChoose();
    const input = (event.currentTarget as HTMLElement).nextElementSibling;
    (input as HTMLInputElement | null)?.click();
  };
  return (
    <>
      <button type="button" class="button" disabled={disabled} aria-label={label} onClick={choose}>
        <Icon of={ImageUp} />
        {t('popup_picture_choose')}
      </button>
      {!onChoose && (
        <input
          type="file"
          accept="image/*"
          hidden
          aria-label={label}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file may be chosen again after it was mended.
            event.currentTarget.value = '';
            if (file) onFile(file);
          }}
        />
      )}
    </>
  );
}
