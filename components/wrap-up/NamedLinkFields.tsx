import { useRef } from 'preact/hooks';
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
  /** Returns the known address of something with this name; '' if none is known. */
  addressOf?(name: string): string;
  onLink(link: NamedLink): void;
}

/** A name and its address, side by side. */
export function NamedLinkFields({
  label,
  addressLabel,
  link,
  fieldName,
  addressOf,
  onLink,
}: NamedLinkFieldsProps) {
  /** The address that was filled in with the name, and is removed with it. */
  const came = useRef('');
  const rename = (name: string) => {
    if (!addressOf || (link.url !== '' && link.url !== came.current))
      return onLink({ name, url: link.url });
    came.current = addressOf(name);
    onLink({ name, url: came.current });
  };
  return (
    <div class="two">
      <TextField
        label={label}
        value={link.name}
        fieldName={`${fieldName}.name`}
        maxLength={limits.label}
        onText={rename}
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
