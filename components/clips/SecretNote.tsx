import { t } from '../../lib/client/i18n.ts';
import { secretAddresses, withoutItsSecrets } from '../../lib/clips/secrets.ts';
import type { SecretCuts } from '../../lib/core/post/edits.ts';
import type { Item } from '../../lib/core/post/item.ts';

interface SecretNoteProps {
  item: Item;
  /** Cuts it out, and offers to undo that. */
  onCut(changes: SecretCuts): void;
}

/**
 * Warns that an address of a clip contains what looks like a password; shows nothing if none does.
 */
export function SecretNote({ item, onCut }: SecretNoteProps) {
  const addresses = secretAddresses(item);
  if (addresses.length === 0) return null;
  const changes = withoutItsSecrets(item);
  return (
    <div class="secret-note">
      <p class="warn">{t(changes ? 'clip_secret' : 'clip_secret_whole')}</p>
      {addresses.map((address) => (
        <code key={address}>{address}</code>
      ))}
      {changes && (
        <button type="button" class="text-button" onClick={() => onCut(changes)}>
          {t('clip_secret_cut')}
        </button>
      )}
    </div>
  );
}
