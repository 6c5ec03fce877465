import { useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { UnreadDate } from '../../lib/core/time/typed-date.ts';
import { DatePicker } from '../ui/DatePicker.tsx';
import { TextField } from '../ui/TextField.tsx';

interface DateFieldProps<T extends object> {
  label: string;
  /** The text in the field. */
  value: string;
  read(text: string): T | UnreadDate;
  /** The stored value in words, which shows how a text was understood. */
  words: string;
  /** The picker's value: local date and time, or ''. */
  local: string;
  pickLabel: string;
  placeholder: string;
  fieldName: string;
  onRead(read: T): void;
  /** Text typed earlier that was not understood. */
  typed: string | undefined;
  /** Called with typed text that is not understood; '' once it is. */
  onTyped(text: string): void;
}

const isUnread = (read: object): read is UnreadDate => 'problem' in read;

/**
 * A date as people write it. Text that is not understood stays in the field, and the last valid
 * value in the store.
 */
export function DateField<T extends object>(props: DateFieldProps<T>) {
  const [text, setText] = useState(props.typed);
  const found = text === undefined ? undefined : props.read(text);
  const take = (typed: string) => {
    setText(typed);
    const read = props.read(typed);
    props.onTyped(isUnread(read) ? typed : '');
    if (!isUnread(read)) props.onRead(read);
  };
  // Changed by the picker, so that the field drops what was typed.
  const [picks, setPicks] = useState(0);
  return (
    <div class="date-field">
      <TextField
        key={picks}
        label={props.label}
        value={props.value}
        error={found && isUnread(found) ? sentenceOf(found, text ?? '') : undefined}
        hint={found && text !== props.value ? props.words : undefined}
        placeholder={props.placeholder}
        fieldName={props.fieldName}
        maxLength={100}
        startText={picks === 0 ? props.typed : undefined}
        keepAfterBlur={(held) => isUnread(props.read(held))}
        onText={take}
      />
      <DatePicker
        label={props.pickLabel}
        value={props.local}
        onPick={(local) => {
          take(local.replace('T', ' '));
          setPicks(picks + 1);
        }}
      />
    </div>
  );
}

function sentenceOf({ problem }: UnreadDate, text: string): string {
  if (text.trim() === '') return t('popup_date_missing');
  return problem === 'impossible'
    ? t('popup_date_impossible', text.trim())
    : t('popup_date_unreadable', text.trim());
}
