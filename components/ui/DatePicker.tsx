import { CalendarDays } from 'lucide';
import { useRef } from 'preact/hooks';
import { IconButton } from './IconButton.tsx';

interface DatePickerProps {
  label: string;
  /** Local date, or date and time: `2026-03-19T10:30`; '' for none. */
  value: string;
  onPick(value: string): void;
}

/** A button that opens the browser's own date and time picker. */
export function DatePicker({ label, value, onPick }: DatePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const local = value.length === 10 ? `${value}T00:00` : value;
  return (
    <span class="date-picker">
      <input
        ref={input}
        type="datetime-local"
        tabIndex={-1}
        aria-hidden="true"
        value={local}
        onInput={(event) => {
          const picked = event.currentTarget.value.slice(0, 16);
          if (picked !== '') onPick(picked);
        }}
      />
      <IconButton
        icon={CalendarDays}
        label={label}
        onClick={() => {
          try {
            input.current?.showPicker();
          } catch {
            // If the picker can't open, the field itself accepts typing.
            input.current?.focus();
          }
        }}
      />
    </span>
  );
}
