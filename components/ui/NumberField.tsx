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
  /** What was typed earlier and is no such number. */
  typed?: string | undefined;
  /** What is typed and is no such number; '' once it is one. */
  onTyped?(text: string): void;
  onNumber(value: number): void;
}

/** A whole number; what is none stays in the field, and the last good one in the store. */
export function NumberField(props: NumberFieldProps) {
  const [text, setText] = useState(props.typed);
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
      startText={props.typed}
      keepAfterBlur={(held) => parse(held) === undefined}
      onText={(typed) => {
        setText(typed);
        const value = parse(typed);
        props.onTyped?.(value === undefined ? typed : '');
        if (value !== undefined) props.onNumber(value);
      }}
    />
  );
}
