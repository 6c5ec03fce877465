import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import { loadStyles } from '../../lib/client/loaded-later.ts';
import type { Notice, Undo } from '../../lib/client/notice.ts';
import { deps, edit, undoStep } from '../../lib/client/services.ts';
import { downloadFile } from '../../lib/client/take-away.ts';
import { toFailure } from '../../lib/core/base/errors.ts';
import { type HouseStyle, neverMade, type Profile } from '../../lib/core/post/profile.ts';
import { createSlug } from '../../lib/core/text/slug.ts';

interface StyleEdges {
  showNotice(notice: Notice | null): void;
  offerUndo(undo: Undo): void;
  onChosen(id: string): void;
}

/** The actions for house styles; each step can be undone. */
export function createStyleActions({ showNotice, offerUndo, onChosen }: StyleEdges) {
  const fail = (thrown: unknown) =>
    showNotice({ text: errorText(toFailure(thrown, 'storage-failed')), bad: true });

  /** Adds a new style, which the next wrap-up gets. */
  const add = async (profile: Profile, text: string) => {
    const id = crypto.randomUUID();
    const saved = await edit('profile', id, neverMade, { ...profile, deletedAt: null });
    if (!saved) return;
    try {
      await deps.settings.setNextStyleId(id);
    } catch (thrown) {
      // The style exists, but the user has to choose it for the next wrap-up.
      fail(thrown);
    }
    onChosen(id);
    offerUndo({ text, run: () => void undoStep(saved.changeId) });
  };

  return {
    add,
    duplicate: ({ profile }: HouseStyle) =>
      add({ ...profile, name: t('styles_copy_of', nameOf(profile)) }, t('styles_added')),
    async remove({ id, profile }: HouseStyle) {
      const saved = await edit('profile', id, profile, { deletedAt: new Date().toISOString() });
      if (!saved) return;
      offerUndo({
        text: t('styles_deleted', nameOf(profile)),
        run: () => void undoStep(saved.changeId),
      });
    },
    async exportFile({ profile }: HouseStyle) {
      try {
        const { writeStyleFile } = await loadStyles();
        const name = `${createSlug(nameOf(profile)) || 'style'}.wrapup-style.json`;
        downloadFile(name, new Blob([writeStyleFile(profile)], { type: 'application/json' }));
      } catch (thrown) {
        fail(thrown);
      }
    },
    async importFile(file: File) {
      try {
        const { readStyleFile } = await loadStyles();
        const read = readStyleFile(file.size > 8_000_000 ? '' : await file.text());
        if (read.ok) {
          const name = read.value.name || file.name.replace(/(?:\.wrapup-style)?\.json$/i, '');
          return await add({ ...read.value, name }, t('styles_added'));
        }
        const { reason, detail } = read.error;
        const text = {
          'not-a-style': t('styles_not_a_style', file.name),
          newer: t('styles_newer', file.name),
          'wrong-values': t('styles_wrong_values', file.name, detail),
          'not-working': t('styles_not_working', file.name, detail),
        }[reason];
        showNotice({ text, bad: true });
      } catch (thrown) {
        fail(thrown);
      }
    },
  };
}

/** Returns the name of a style; the first one has a name only if the user gave it one. */
export const nameOf = ({ name }: Pick<Profile, 'name'>): string => name || t('styles_first');
