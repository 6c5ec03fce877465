import { ExternalLink } from 'lucide';
import { useState } from 'preact/hooks';
import { useClashes } from '../../components/hooks/use-clashes.ts';
import { useDiagnostics } from '../../components/hooks/use-diagnostics.ts';
import { useNotice, useUndo } from '../../components/hooks/use-notices.ts';
import { useOpenFailure } from '../../components/hooks/use-open-failure.ts';
import { useProfile, useStyles } from '../../components/hooks/use-profile.ts';
import { useSaveState } from '../../components/hooks/use-save-state.ts';
import { useShortcuts } from '../../components/hooks/use-shortcuts.ts';
import { useSlow } from '../../components/hooks/use-slow.ts';
import { useUndoKeys } from '../../components/hooks/use-undo-keys.ts';
import { NoLibrary } from '../../components/library/NoLibrary.tsx';
import { Choice } from '../../components/ui/Choice.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { MissingCode } from '../../components/ui/MissingCode.tsx';
import { errorText } from '../../lib/client/error-text.ts';
import { createHistory } from '../../lib/client/history.ts';
import { t } from '../../lib/client/i18n.ts';
import { chooseLanguage, chosenLanguage, languages } from '../../lib/client/language.ts';
import { openLibrary } from '../../lib/client/open-in-tab.ts';
import { keyPlace, openShortcutSettings } from '../../lib/client/shortcuts.ts';
import { type Failure, toFailure } from '../../lib/core/base/errors.ts';
import { optionsHistory, profileId } from '../../lib/core/post/change.ts';
import { DiagnosticsSection } from './DiagnosticsSection.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { StyleSections } from './StyleSections.tsx';
import { StylesSection } from './StylesSection.tsx';

/** The house style of the blog, and the shortcuts. */
export function Options() {
  const [chosenId, setChosenId] = useState<string>(profileId);
  const styles = useStyles();
  const chosen = styles?.find(({ id }) => id === chosenId) ?? styles?.[0];
  const profile = useProfile(chosen?.id);
  const shortcuts = useShortcuts();
  const saving = useSaveState();
  const [notice, showNotice] = useNotice();
  const undo = useUndo();
  useClashes(showNotice);
  useUndoKeys(createHistory(optionsHistory, { showNotice, offerUndo: undo.offer }));
  const failed = useOpenFailure();
  const said = notice?.text ?? undo.undo?.text ?? (failed ? '' : t('options_saved_note'));
  const isStuck = useSlow(profile === undefined && !failed);
  const diagnostics = useDiagnostics();
  return (
    <main class="sections options">
      <header>
        <h1>{t('options_title')}</h1>
        <p class="quiet" role="status">
          {saving.state === 'failed' ? errorText(saving.failure) : said}
          {undo.undo && (
            <button type="button" class="text-button" onClick={undo.run}>
              {undo.undo.label ?? t('popup_undo')}
            </button>
          )}
        </p>
      </header>
      <MissingCode />
      {(failed || isStuck) && <NoLibrary why={failed?.code ?? 'slow'} />}
      <Language onFailure={(failure) => showNotice({ text: errorText(failure), bad: true })} />
      {styles && chosen && profile && (
        <StylesSection
          styles={styles}
          chosen={{ id: chosen.id, profile }}
          onChosen={setChosenId}
          showNotice={showNotice}
          offerUndo={undo.offer}
        />
      )}
      {chosen && profile && (
        <StyleSections key={chosen.id} profile={profile} offerUndo={undo.offer} />
      )}
      {shortcuts && (
        <ShortcutHelp
          shortcuts={shortcuts}
          isFirefox={keyPlace.isFirefox}
          onChange={openShortcutSettings}
        />
      )}
      <section>
        <h2>{t('library_title')}</h2>
        <p>{t('options_library')}</p>
        <button type="button" class="button" onClick={() => void openLibrary()}>
          <Icon of={ExternalLink} />
          {t('options_library_open')}
        </button>
      </section>
      {diagnostics && <DiagnosticsSection {...diagnostics} />}
      <p class="quiet links">
        <a href="/welcome.html" target="_blank" rel="noreferrer">
          {t('welcome_menu')}
        </a>
        <a href="/third-party-notices.txt" target="_blank" rel="noreferrer">
          {t('options_notices')}
        </a>
      </p>
    </main>
  );
}

/** The language of the interface; it changes at once, in all open pages. */
function Language({ onFailure }: { onFailure(failure: Failure): void }) {
  const nameOf = (tag: string) => new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  const choose = (tag: string) =>
    chooseLanguage(tag).catch((thrown) => onFailure(toFailure(thrown, 'storage-failed')));
  return (
    <section>
      <h2>{t('options_language')}</h2>
      <div class="two">
        <Choice
          label={t('options_language_label')}
          value={chosenLanguage()}
          options={[
            { value: '', label: t('options_language_browser') },
            ...languages.map((tag) => ({ value: tag, label: nameOf(tag) })),
          ]}
          onChoice={(tag) => void choose(tag)}
        />
      </div>
      <p class="field-hint">{t('options_language_hint')}</p>
    </section>
  );
}
