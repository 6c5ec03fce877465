import { useId } from 'preact/hooks';
import { type MessageKey, t } from '../../lib/client/i18n.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { deskCommands, postCommands, textKeys, trayKeys } from './commands.ts';
import { KeyCaps } from './KeyCaps.tsx';

/** All keys of the desk, grouped by where they work. */
export function KeySheet({ onClose }: { onClose(): void }) {
  return (
    <Dialog label={t('command_keys')} class="key-sheet" hasHead onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: otherwise no key could scroll down */}
      <section class="dialog-body key-groups" tabIndex={0} aria-label={t('keys_list')}>
        <Group name="keys_blocks" commands={postCommands} />
        <Group name="keys_anywhere" commands={deskCommands} />
        <Group name="keys_text" commands={textKeys} />
        <Group name="desk_tray" commands={trayKeys} />
      </section>
    </Dialog>
  );
}

interface GroupProps {
  name: MessageKey;
  commands: readonly { name: MessageKey; keys: readonly string[] }[];
}

function Group({ name, commands }: GroupProps) {
  const id = useId();
  return (
    <section class="key-group" aria-labelledby={id}>
      <h3 id={id}>{t(name)}</h3>
      <dl>
        {commands
          .filter(({ keys }) => keys.length > 0)
          .map((command) => (
            <div key={command.name}>
              <dt>{t(command.name)}</dt>
              <dd>
                <KeyCaps keys={command.keys} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
