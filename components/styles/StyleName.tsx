import { useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { TextField } from '../ui/TextField.tsx';

interface StyleNameProps {
  label: string;
  value: string;
  maxLength: number;
  fieldName: string;
  isTaken(name: string): boolean;
  onName(name: string): void;
}

/**
 * A name that must not be empty and must be unique; an invalid one stays in the field, and the last
 * valid one in the style.
 */
export function StyleName({ isTaken, onName, ...field }: StyleNameProps) {
  const [typed, setTyped] = useState<string>();
  const problem = (name: string) =>
    name === '' ? t('style_name_empty') : isTaken(name) ? t('style_name_taken', name) : undefined;
  return (
    <TextField
      {...field}
      code
      error={typed === undefined ? undefined : problem(typed)}
      keepAfterBlur={(text) => problem(text.trim()) !== undefined}
      onText={(text) => {
        const name = text.trim();
        setTyped(name);
        if (problem(name) === undefined) onName(name);
      }}
    />
  );
}
