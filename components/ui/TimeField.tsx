import { useState } from 'preact/hooks';
import { parseTimeLabel, timeLabel } from '../../lib/core/media/time-label.ts';
import { TextField } from './TextField.tsx';

interface TimeFieldProps {
  label: string;
  /** null: no time. */
  seconds: number | null;
  /** True if the field may be empty. */
  optional?: boolean;
  /** Says what is expected, while the text is no time. */
  expected: string;
  placeholder?: string;
  fieldName: string;
  onSeconds(seconds: number | null): void;
}

/** A time of a recording as `45:56` or `1:02:03`; an invalid one stays only in the field. */
export function TimeField(props: TimeFieldProps) {
  const [text, setText] = useState<string>();
  const parse = (typed: string): number | null | undefined => {
    if (typed.trim() === '') return props.optional ? null : undefined;
    return parseTimeLabel(typed);
  };
  const wrong = text !== undefined && parse(text) === undefined;
  return (
    <TextField
      label={props.label}
      value={props.seconds === null ? '' : timeLabel(props.seconds)}
      error={wrong ? props.expected : undefined}
      fieldName={props.fieldName}
      keepAfterBlur={(held) => parse(held) === undefined}
      {...(props.placeholder ? { placeholder: props.placeholder } : {})}
      onText={(typed) => {
        setText(typed);
        const seconds = parse(typed);
        if (seconds !== undefined) props.onSeconds(seconds);
      }}
    />
  );
}
