import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { keyPart, t, tCount } from '../../lib/client/i18n.ts';
import type { ReadFiles } from '../../lib/client/read-site-files.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import type { Setting } from '../../lib/posts/style/setting.ts';
import { TextField } from '../ui/TextField.tsx';
import { type SettingWords, settingDoes, settingEvidence, settingLabel } from './setting-text.ts';

/** Front matter as it is in a post, and as a style would write it. */
export interface StylePreview {
  name: string;
  there: string;
  written: string;
}

interface LearnedStyleProps {
  settings: readonly Setting[];
  /** How many posts it was learned from. */
  count: number;
  /** Which files were not read. */
  read: Pick<ReadFiles, 'refused' | 'broken' | 'left'>;
  /** A suggested name. */
  name: string;
  make(ticked: readonly Setting[]): Profile;
  preview(profile: Profile): StylePreview | undefined;
  onAdd(profile: Profile): void;
  onCancel(): void;
}

/** What was learned from posts, each setting with its evidence and a check box. */
export function LearnedStyle(props: LearnedStyleProps) {
  const { settings, make, preview } = props;
  const [off, setOff] = useState<ReadonlySet<string>>(
    () => new Set(settings.filter(({ doubtful }) => doubtful).map(({ id }) => id)),
  );
  const [name, setName] = useState(props.name);
  const heading = useRef<HTMLHeadingElement>(null);
  // It appeared below the pressed button.
  useLayoutEffect(() => heading.current?.focus(), []);
  const ticked = useMemo(() => settings.filter(({ id }) => !off.has(id)), [settings, off]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: made only of what is ticked
  const profile = useMemo(() => make(ticked), [ticked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the same posts while the settings are the same
  const shown = useMemo(() => preview(profile), [profile]);
  const toggle = (id: string) => {
    const next = new Set(off);
    if (!next.delete(id)) next.add(id);
    setOff(next);
  };
  return (
    <section class="learned-style" aria-labelledby="learned-style">
      <h3 id="learned-style" tabIndex={-1} ref={heading}>
        {tCount('style_learned', props.count)}
      </h3>
      <NotRead {...props.read} />
      <p class="field-hint">{t('style_posts_linkable')}</p>
      <TextField
        label={t('styles_name')}
        value={name}
        maxLength={limits.label}
        fieldName="learned-name"
        onText={setName}
      />
      <ul class="learned-settings">
        {settings.map((setting) => (
          <li key={setting.id}>
            <label class="check-box">
              <input
                type="checkbox"
                checked={!off.has(setting.id)}
                data-setting={setting.id}
                onChange={() => toggle(setting.id)}
              />
              <span>
                {settingLabel(setting)} <Does {...settingDoes(setting)} />{' '}
                <span class="quiet">{settingEvidence(setting)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {shown && <Preview {...shown} />}
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          onClick={() => props.onAdd({ ...profile, name: name.trim() })}
        >
          {t('styles_add_learned')}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          {t('style_cancel')}
        </button>
      </div>
    </section>
  );
}

/** The value of a setting: signs and words of the posts, or our words about them. */
function Does({ text, isOurs }: SettingWords) {
  return isOurs ? <b class="learned-does">{text}</b> : <code dir="auto">{text}</code>;
}

/** How many files are named; the others are counted. */
const mostNamed = 5;

/** Returns the message about a file that is no post. */
export const refusedText = ({ name, why }: ReadFiles['refused'][number]): string =>
  t(`style_refused_${keyPart(why)}`, name);

function NotRead({ refused, broken, left }: LearnedStyleProps['read']) {
  const sentences = [
    ...refused.map(refusedText),
    ...broken.map((name) => t('style_broken_front_matter', name)),
  ];
  const more = sentences.length - mostNamed;
  if (sentences.length === 0 && left === 0) return null;
  return (
    <ul class="not-read">
      {sentences.slice(0, mostNamed).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {more > 0 && <li>{tCount('style_not_read_more', more)}</li>}
      {left > 0 && <li>{tCount('style_left', left)}</li>}
    </ul>
  );
}

function Preview({ name, there, written }: StylePreview) {
  const isSame = there === written;
  return (
    <div class="style-preview">
      <p class="quiet">{t(isSame ? 'style_preview_same' : 'style_preview_differs', name)}</p>
      <div class="two">
        <figure>
          <figcaption>{t('style_preview_there')}</figcaption>
          <pre dir="ltr">{there}</pre>
        </figure>
        <figure>
          <figcaption>{t('style_preview_written')}</figcaption>
          <pre dir="ltr">{written}</pre>
        </figure>
      </div>
    </div>
  );
}
