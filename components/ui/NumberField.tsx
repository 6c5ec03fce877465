import { useState } from 'preact/hooks';
import { TextField } from './TextField.tsx';

interface NumberFieldProps {
  label: string;
  value: number;
  min: number;
  max: number;
  /** Says what is expected, while the text is no valid number. */
  expected: string;
  fieldName: string;
  /** Text typed earlier that is no valid number. */
  typed?: string | undefined;
  /** Called with typed text that is no valid number; '' once it is valid. */
  onTyped?(text: string): void;
  onNumber(value: number): void;
}

/** A whole number; invalid text stays in the field, and the last valid number in the store. */
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
