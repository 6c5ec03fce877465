import { useState } from 'preact/hooks';
import { listed, type MessageKey, t } from '../../lib/client/i18n.ts';
import { isMac, shownKeys } from '../../lib/client/keys.ts';
import type { Shortcut } from '../../lib/client/shortcuts.ts';

interface ShortcutHelpProps {
  shortcuts: readonly Shortcut[];
  isFirefox: boolean;
  /** Opens the browser's own page for changing keys; false if it could not. */
  onChange(): Promise<boolean>;
}

/**
 * Keys while a row of the list has the focus, from `list-keys.ts`; modifiers in the notation of
 * `lib/client/keys.ts`.
 */
const listKeys = (): readonly (readonly [MessageKey, ...string[]])[] => [
  ['options_list_key_go', 'ArrowUp', 'ArrowDown'],
  ['options_list_key_open', 'Enter'],
  ['options_list_key_move', 'Alt+ArrowUp', 'Alt+ArrowDown'],
  ['options_list_key_section', 'Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown'],
  ['options_list_key_end', 'Alt+Home', 'Alt+End'],
  ['options_list_key_select', 'Shift+ArrowUp', 'Shift+ArrowDown', 'Mod+a'],
  ['options_list_key_insert', 'i'],
  ['options_list_key_land', 'l'],
  ['options_list_key_take_out', 't'],
  ['options_list_key_copy', 'Mod+c'],
  ['options_list_key_delete', isMac() ? 'Backspace' : 'Delete'],
  ['options_list_key_search', '/'],
  ['options_tray_key_place', 'Enter'],
  ['options_tray_key_aside', 'a'],
  ['options_tray_key_move', 'm'],
];

function nameOf({ name, description }: Shortcut): string {
  return description || (name.startsWith('_execute_') ? t('options_shortcut_open') : name);
}

/** Every command with its actual keys, and how to change them. */
export function ShortcutHelp({ shortcuts, isFirefox, onChange }: ShortcutHelpProps) {
  const [byHand, setByHand] = useState(false);
  const someUnset = shortcuts.some(({ keys }) => keys === '');
  const taken = shortcuts.filter(({ better }) => better !== '');
  return (
    <section>
      <h2>{t('options_shortcuts')}</h2>
      <table class="shortcuts">
        <tbody>
          {shortcuts.map((shortcut) => (
            <tr key={shortcut.name}>
              <th scope="row">{nameOf(shortcut)}</th>
              <td>
                {shortcut.keys ? (
                  <kbd dir="ltr">{shortcut.keys}</kbd>
                ) : (
                  <span class="quiet">{t('options_shortcut_not_set')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="field-hint">{t('options_shortcut_again')}</p>
      {someUnset && <p class="field-hint">{t('options_shortcut_not_set_hint')}</p>}
      {taken.length > 0 && (
        <p class="field-hint">
          {t(
            'options_shortcut_page_keys',
            listed(taken.map(({ keys }) => keys)),
            listed(taken.map(({ better }) => better)),
          )}
        </p>
      )}
      <button
        type="button"
        class="button"
        onClick={() => void onChange().then((opened) => setByHand(!opened))}
      >
        {t('options_shortcut_change')}
      </button>
      <p class="field-hint">
        {t(isFirefox ? 'options_shortcut_where_firefox' : 'options_shortcut_where_chromium')}
      </p>
      <h3>{t('options_list_keys')}</h3>
      <table class="shortcuts">
        <tbody>
          {listKeys().map(([what, ...keys]) => (
            <tr key={what}>
              <th scope="row">{t(what)}</th>
              <td>
                {keys.map((key) => (
                  <kbd key={key} dir="ltr">
                    {shownKeys(key)}
                  </kbd>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet" role="status">
        {byHand ? t('options_shortcut_by_hand') : ''}
      </p>
    </section>
  );
}
