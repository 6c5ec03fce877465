import { useState } from 'preact/hooks';
import { TextField } from '../ui/TextField.tsx';

interface DateFieldProps {
  label: string;
  /** The stored value. */
  value: string;
  toText(value: string): string;
  /** Undefined for a text that is not understood. */
  fromText(text: string): string | undefined;
  /** What is expected, shown while the text is not understood. */
  expected: string;
  placeholder: string;
  fieldName: string;
  onValue(value: string): void;
  /** What was typed earlier and not understood. */
  typed: string | undefined;
  /** What is typed and not understood; '' once it is. */
  onTyped(text: string): void;
}

/** A date as text. What is not understood stays in the field, and the last good value in the store. */
export function DateField(props: DateFieldProps) {
  const [text, setText] = useState(props.typed);
  const wrong = text !== undefined && props.fromText(text) === undefined;
  return (
    <TextField
      label={props.label}
      value={props.toText(props.value)}
      error={wrong ? props.expected : undefined}
      placeholder={props.placeholder}
      fieldName={props.fieldName}
      startText={props.typed}
      keepAfterBlur={(held) => props.fromText(held) === undefined}
      onText={(typed) => {
        setText(typed);
        const value = props.fromText(typed);
        props.onTyped(value === undefined ? typed : '');
        if (value !== undefined) props.onValue(value);
      }}
    />
  );
}
