import { Copy, Download, FolderSearch, Plus, Trash2, Upload } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { useDroppedFiles } from '../../components/hooks/use-open-posts.ts';
import { editProfile } from '../../components/hooks/use-profile.ts';
import { createStyleActions, nameOf } from '../../components/hooks/use-style-actions.ts';
import { LearnedStyle, refusedText } from '../../components/styles/LearnedStyle.tsx';
import { Choice } from '../../components/ui/Choice.tsx';
import { ChooseFile } from '../../components/ui/ChooseFile.tsx';
import { FilePicker } from '../../components/ui/FilePicker.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { TextField } from '../../components/ui/TextField.tsx';
import {
  mostFilesOfFolder,
  type NamedFile,
  namedFiles,
  readDropped,
} from '../../lib/client/dropped-files.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import { loadStyles } from '../../lib/client/loaded-later.ts';
import type { Notice, Undo } from '../../lib/client/notice.ts';
import { type ReadFiles, readSiteFiles } from '../../lib/client/read-site-files.ts';
import { rememberPosts } from '../../lib/client/remember-posts.ts';
import { toFailure } from '../../lib/core/base/errors.ts';
import { limits } from '../../lib/core/base/limits.ts';
import { profileId } from '../../lib/core/post/change.ts';
import { defaultProfile, type HouseStyle } from '../../lib/core/post/profile.ts';
import type { Setting } from '../../lib/posts/style/setting.ts';

interface StylesSectionProps {
  styles: readonly HouseStyle[];
  chosen: HouseStyle;
  onChosen(id: string): void;
  showNotice(notice: Notice | null): void;
  offerUndo(undo: Undo): void;
}

interface Learned extends ReadFiles {
  /** New for each reading, because what was ticked for one does not apply to the next. */
  id: string;
  settings: readonly Setting[];
  code: Awaited<ReturnType<typeof loadStyles>>;
}

/** The house styles: which one is shown below, new ones, and learning one from posts. */
export function StylesSection(props: StylesSectionProps) {
  const { styles, chosen, onChosen, showNotice } = props;
  const actions = createStyleActions(props);
  const [learned, setLearned] = useState<Learned>();
  const [isReading, setReading] = useState(false);
  const learn = (files: readonly File[]) => {
    const styleFile = files.find(({ name }) => /\.json$/i.test(name));
    return files.length === 1 && styleFile
      ? actions.importFile(styleFile)
      : learnFrom(async () => namedFiles(files));
  };
  const learnFrom = async (find: () => Promise<NamedFile[] | undefined>) => {
    setReading(true);
    showNotice(null);
    try {
      const [code, files] = await Promise.all([loadStyles(), find()]);
      if (files === undefined) {
        return showNotice({ text: t('style_folder_too_large', mostFilesOfFolder), bad: true });
      }
      const read = await readSiteFiles(files);
      const [first] = read.refused;
      if (read.posts.length > 0) {
        await rememberPosts(code.sitePosts(read.posts));
        const settings = code.learnStyle(read.posts, read.site);
        setLearned({ ...read, settings, code, id: crypto.randomUUID() });
      } else {
        const text = first ? refusedText(first) : t('style_no_posts');
        showNotice({ text, bad: true });
      }
    } catch (thrown) {
      showNotice({ text: errorText(toFailure(thrown, 'storage-failed')), bad: true });
    } finally {
      setReading(false);
    }
  };
  useDroppedFiles(
    (files) => void learn(files),
    (entries) => void learnFrom(() => readDropped(entries)),
  );
  const isFirst = chosen.id === profileId;
  return (
    <section>
      <h2>{t('styles_title')}</h2>
      <p class="field-hint">{t('styles_hint')}</p>
      <div class="two">
        <Choice
          label={t('styles_shown')}
          value={chosen.id}
          options={styles.map(({ id, profile }) => ({ value: id, label: nameOf(profile) }))}
          fieldName="style"
          onChoice={onChosen}
        />
        <TextField
          key={chosen.id}
          label={t('styles_name')}
          value={chosen.profile.name}
          placeholder={t('styles_first')}
          maxLength={limits.label}
          fieldName="name"
          onText={(name) => void editProfile({ name })}
        />
      </div>
      <div class="buttons">
        <LearnButtons disabled={isReading} onFiles={(files) => void learn(files)} />
        <button
          type="button"
          class="button"
          onClick={() =>
            void actions.add({ ...defaultProfile, name: t('styles_new_name') }, t('styles_added'))
          }
        >
          <Icon of={Plus} />
          {t('styles_new')}
        </button>
        <button type="button" class="button" onClick={() => void actions.duplicate(chosen)}>
          <Icon of={Copy} />
          {t('styles_duplicate')}
        </button>
        <button type="button" class="button" onClick={() => void actions.exportFile(chosen)}>
          <Icon of={Download} />
          {t('styles_export')}
        </button>
        <ChooseFile
          text={t('styles_import')}
          icon={Upload}
          accept=".json,application/json"
          onFile={(file) => void actions.importFile(file)}
        />
        {!isFirst && (
          <button
            type="button"
            class="button"
            onClick={() => {
              onChosen(profileId);
              void actions.remove(chosen);
            }}
          >
            <Icon of={Trash2} />
            {t('styles_delete')}
          </button>
        )}
      </div>
      {isReading && <p role="status">{t('style_reading')}</p>}
      {learned && (
        <LearnedStyle
          key={learned.id}
          settings={learned.settings}
          count={learned.posts.length}
          read={learned}
          name={t('styles_learned_name')}
          make={(ticked) => learned.code.withSettings(defaultProfile, ticked)}
          preview={(profile) => learned.code.previewStyle(learned.posts, profile)}
          onAdd={(profile) => {
            setLearned(undefined);
            void actions.add(profile, t('styles_added'));
          }}
          onCancel={() => setLearned(undefined)}
        />
      )}
    </section>
  );
}

/** Files, or a folder with everything in it. */
function LearnButtons({
  disabled,
  onFiles,
}: {
  disabled: boolean;
  onFiles(files: readonly File[]): void;
}) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="button primary"
        disabled={disabled}
        onClick={() => files.current?.click()}
      >
        <Icon of={FolderSearch} />
        {t('styles_learn')}
      </button>
      <FilePicker
        label={t('styles_learn')}
        accept=".md,.markdown,.mdx,text/markdown"
        multiple
        inputRef={files}
        onFiles={onFiles}
      />
      <button
        type="button"
        class="button"
        disabled={disabled}
        onClick={() => folder.current?.click()}
      >
        <Icon of={FolderSearch} />
        {t('styles_learn_folder')}
      </button>
      <FilePicker label={t('styles_learn_folder')} folder inputRef={folder} onFiles={onFiles} />
    </>
  );
}
