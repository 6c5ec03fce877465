import { useMemo } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { Item, Note, Section } from '../../lib/core/post/item.ts';
import { kindOf } from '../clips/kinds.ts';
import { shortName } from '../clips/preview-text.ts';
import { Chooser, type Option } from '../ui/Chooser.tsx';

/** What can replace an empty note. */
export type SlashChoice =
  | { make: 'note'; form: Note['form'] }
  | { make: 'section'; form: Section['form'] }
  | { make: 'raw' }
  | { make: 'part'; id: string }
  | { make: 'clip'; id: string };

interface SlashMenuProps {
  /** The parts of the template, with the ids of their rows, and their names. */
  parts: readonly { id: string; name: string }[];
  tray: readonly Item[];
  /** True for a quote whose source is linked right above, and is not named again. */
  isUnnamed(clip: Item): boolean;
  onChoose(choice: SlashChoice): void;
  onClose(): void;
}

/** A menu of everything that can replace an empty note. */
export function SlashMenu({ parts, tray, isUnnamed, onChoose, onClose }: SlashMenuProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `isUnnamed` depends on what was written before this opened
  const options = useMemo((): Option<SlashChoice>[] => {
    const quiet = (text: string) => <span class="quiet">{text}</span>;
    return [
      { value: { make: 'note', form: 'paragraph' }, name: t('slash_note') },
      { value: { make: 'note', form: 'bullet' }, name: t('slash_bullet') },
      { value: { make: 'section', form: 'lead-in' }, name: t('slash_lead_in') },
      { value: { make: 'section', form: 'h2' }, name: t('slash_heading') },
      { value: { make: 'raw' }, name: t('slash_raw') },
      ...tray.map(
        (item, at): Option<SlashChoice> => ({
          value: { make: 'clip', id: item.id },
          name: unique(nameOf(item), tray.slice(0, at).map(nameOf)),
          also: t(kindOf(item).name),
          detail: quiet(t(isUnnamed(item) ? 'slash_unnamed' : 'desk_tray')),
        }),
      ),
      ...parts.map(
        ({ id, name }): Option<SlashChoice> => ({
          value: { make: 'part', id },
          name: t('slash_part', name),
          detail: quiet(t('slash_moves')),
        }),
      ),
    ];
  }, [parts, tray, t('language_tag')]);
  return (
    <Chooser
      label={t('slash_menu')}
      searchLabel={t('slash_search')}
      listLabel={t('slash_menu')}
      noneText={t('slash_none')}
      options={options}
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}

/** A picture without alt text has no words. */
const nameOf = (item: Item) => shortName(item) || t(kindOf(item).name);

/** A number distinguishes clips with the same first words. */
function unique(name: string, before: readonly string[]): string {
  const count = before.filter((each) => each === name).length;
  return count === 0 ? name : `${name} (${count + 1})`;
}
