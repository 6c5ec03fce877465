import { useId } from 'preact/hooks';

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChoice(value: T): void;
  fieldName?: string;
}

/** A choice of one from a few, in a list that opens. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        data-field={props.fieldName}
        onChange={(event) => props.onChoice(event.currentTarget.value as T)}
      >
        {props.options.map((option) => (
          <option
            key={option.value}
            dir="auto"
            value={option.value}
            selected={option.value === props.value}
          >
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
