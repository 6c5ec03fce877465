import { useMemo } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { Chooser } from '../ui/Chooser.tsx';
import { type DeskCommand, deskCommands, type PostCommand, postCommands } from './commands.ts';
import { KeyCaps } from './KeyCaps.tsx';

interface PaletteProps {
  /** False if there is no block that a command could apply to. */
  hasBlocks: boolean;
  /** Called with the command when the palette should close. */
  onRun(command: DeskCommand | PostCommand): void;
  onClose(): void;
}

/** All commands, found by typing and run with Enter; each shows its key. */
export function Palette({ hasBlocks, onRun, onClose }: PaletteProps) {
  const options = useMemo(
    () =>
      [
        ...(hasBlocks ? postCommands.filter(({ moves }) => !moves) : []),
        ...deskCommands.filter(({ action }) => action !== 'palette'),
      ].map((value) => ({
        value,
        name: t(value.name),
        detail: <KeyCaps keys={value.keys.slice(0, 1)} />,
      })),
    [hasBlocks, t('language_tag')],
  );
  return (
    <Chooser
      label={t('command_palette')}
      searchLabel={t('palette_search')}
      listLabel={t('palette_list')}
      noneText={t('palette_none')}
      options={options}
      onChoose={onRun}
      onClose={onClose}
    />
  );
}
