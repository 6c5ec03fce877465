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
  const chosen = props.options.find(({ value }) => value === props.value);
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        // Chromium takes it from the option. Firefox (153) does not, and would cut off its beginning.
        dir={chosen && directionOf(chosen.label)}
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

const fromTheRight =
  /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Returns the direction of a text's first letter; undefined if it has none. */
function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  if (letter === undefined) return undefined;
  return fromTheRight.test(letter) ? 'rtl' : 'ltr';
}
