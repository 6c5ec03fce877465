import { useState } from 'preact/hooks';
import { TextField } from './TextField.tsx';

interface NumberFieldProps {
  label: string;
  value: number;
  min: number;
  max: number;
  /** Says what is expected, while the text is no such number. */
  expected: string;
  fieldName: string;
  onNumber(value: number): void;
}

/** A whole number; what is none stays in the field, and the last good one in the store. */
export function NumberField(props: NumberFieldProps) {
  const [text, setText] = useState<string>();
  const parse = (typed: string) => {
    const value = /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
    return value >= props.min && value <= props.max ? value : undefined;
  };
  const wrong = text !== undefined && parse(text) === undefined;
  return (
    <TextField
      label={props.label}
      value={String(props.value)}
      error={wrong ? props.expected : undefined}
      fieldName={props.fieldName}
      inputMode="numeric"
      keepAfterBlur={(held) => parse(held) === undefined}
      onText={(typed) => {
        setText(typed);
        const value = parse(typed);
        if (value !== undefined) props.onNumber(value);
      }}
    />
  );
}
