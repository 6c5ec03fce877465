import { RotateCw } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import type { ImageClip } from '../../lib/core/post/item.ts';
import type { MissingPicture } from '../../lib/exporters/exporter.ts';
import { ChooseFile } from '../ui/ChooseFile.tsx';
import { Icon } from '../ui/Icon.tsx';
import { clipName, pictureIn } from './picture-files.ts';

const reasons = {
  'no-bytes': 'popup_missing_no_bytes',
  'shown-from-site': 'popup_missing_shown_from_site',
  'unsafe-name': 'popup_missing_unsafe_name',
  'no-root': 'popup_missing_no_root',
  'name-taken': 'popup_missing_name_taken',
  'only-named': 'popup_missing_only_named',
} as const satisfies Record<MissingPicture['reason'], string>;

/** A clip's picture, or a recording's: of a talk, or of the wrap-up itself. */
export type Picture = { clip: ImageClip } | { talkId: string | undefined };

/** Returns a key that distinguishes a picture from the other missing ones. */
export const pictureKey = (picture: Picture): string =>
  'clip' in picture ? picture.clip.id : (picture.talkId ?? 'recording');

interface MissingPicturesProps {
  missing: readonly MissingPicture[];
  /** Returns the picture's clip, by id. */
  clipOf(itemId: string): ImageClip | undefined;
  /** Pictures that are being fetched or stored: by `pictureKey`. */
  busy: ReadonlySet<string>;
  onFetch(clip: ImageClip): void;
  onFile(picture: Picture, file: File): void;
  /** Given if a file cannot be chosen here; opens a page where it can. */
  onChoose?: (() => void) | undefined;
}

/** What is still missing before the post shows all its pictures; shows nothing if none are. */
export function MissingPictures(props: MissingPicturesProps) {
  if (props.missing.length === 0) return null;
  return (
    <section
      class="draft-panel"
      aria-label={t('popup_missing_pictures')}
      // A file dropped beside its row must not replace this page.
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => event.preventDefault()}
    >
      <details open>
        <summary class="warn">{t('popup_missing_pictures')}</summary>
        <ul>
          {props.missing.map((each) => (
            <ToDo
              key={`${each.itemId} ${each.talkId} ${each.path} ${each.reason}`}
              {...props}
              {...each}
            />
          ))}
        </ul>
      </details>
    </section>
  );
}

function ToDo(props: MissingPicturesProps & MissingPicture) {
  const { path, itemId, talkId, reason } = props;
  const clip = itemId === null ? undefined : props.clipOf(itemId);
  const wantsFile = reason === 'no-bytes' || reason === 'shown-from-site';
  const picture = clip ? { clip } : { talkId };
  return (
    <li>
      {clip ? (
        <Which clip={clip} />
      ) : (
        <>
          {wantsFile && `${t('popup_recording_picture_name')} `}
          <code>{path}</code>
        </>
      )}{' '}
      {t(reasons[reason])}
      {wantsFile && (
        <Remedies
          name={clip ? clipName(clip) : path}
          busy={props.busy.has(pictureKey(picture))}
          onFetch={clip && /^https?:/i.test(clip.url) ? () => props.onFetch(clip) : undefined}
          onFile={(file) => props.onFile(picture, file)}
          onChoose={props.onChoose}
        />
      )}
    </li>
  );
}

/** Identifies the clip by its own words and its page. */
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

interface RemediesProps {
  /** The picture's name. */
  name: string;
  busy: boolean;
  /** Undefined if there is no address to fetch it from. */
  onFetch: (() => void) | undefined;
  onFile(file: File): void;
  onChoose: (() => void) | undefined;
}

function Remedies({ name, busy, onFetch, onFile, onChoose }: RemediesProps) {
  const take = (data: DataTransfer | null) => {
    const file = pictureIn(data);
    if (file) onFile(file);
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
      {onFetch && (
        <button
          type="button"
          class="button"
          disabled={busy}
          aria-label={t('popup_picture_fetch_of', name)}
          onClick={onFetch}
        >
          <Icon of={RotateCw} />
          {t('popup_picture_fetch')}
        </button>
      )}
      <ChooseFile
        text={t('popup_picture_choose')}
        label={t('popup_picture_choose_of', name)}
        disabled={busy}
        onChoose={onChoose}
        onFile={onFile}
      />
      <span class="quiet">{t('popup_picture_paste')}</span>
    </div>
  );
}
