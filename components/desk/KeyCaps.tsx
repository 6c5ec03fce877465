import { t } from '../../lib/client/i18n.ts';
import { keyCaps } from '../../lib/client/keys.ts';

/** The keys of a command, with every way of pressing it. */
export function KeyCaps({ keys }: { keys: readonly string[] }) {
  return (
    <span class="key-caps">
      {keys.map((way, at) => (
        <span key={way}>
          {at > 0 && <span class="quiet"> {t('keys_or')} </span>}
          <span class="key-way" dir="ltr">
            {keyCaps(way).map((cap) => (
              <kbd key={cap}>{cap}</kbd>
            ))}
          </span>
        </span>
      ))}
    </span>
  );
}
