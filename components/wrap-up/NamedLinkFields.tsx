import { limits } from '../../lib/core/base/limits.ts';
import type { NamedLink } from '../../lib/core/post/wrap-up.ts';
import { TextField } from '../ui/TextField.tsx';

interface NamedLinkFieldsProps {
  /** The label: `Venue`. */
  label: string;
  /** The label of its address: `Venue address`. */
  addressLabel: string;
  link: NamedLink;
  fieldName: string;
  onLink(link: NamedLink): void;
}

/** A name and its address, side by side. */
export function NamedLinkFields({
  label,
  addressLabel,
  link,
  fieldName,
  onLink,
}: NamedLinkFieldsProps) {
  return (
    <div class="two">
      <TextField
        label={label}
        value={link.name}
        fieldName={`${fieldName}.name`}
        maxLength={limits.label}
        onText={(name) => onLink({ name, url: link.url })}
      />
      <TextField
        label={addressLabel}
        value={link.url}
        code
        links="address"
        inputMode="url"
        fieldName={`${fieldName}.url`}
        placeholder="https://"
        maxLength={limits.url}
        onText={(url) => onLink({ name: link.name, url })}
      />
    </div>
  );
}
