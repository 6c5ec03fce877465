import type { ComponentChildren, Ref } from 'preact';
import { LinkButton } from '../links/LinkButton.tsx';
import type { LinkUse } from '../links/link-field.ts';
import { Field } from './Field.tsx';
import { useHeldText } from './held-text.ts';

export interface TextFieldProps {
  label: string;
  value: string;
  /** Called with every keystroke. */
  onText(text: string): void;
  hint?: ComponentChildren;
  error?: string | undefined;
  /** A text area that grows with its text, with at least this many lines. */
  lines?: number;
  /**
   * Markdown, addresses and the like: left to right unless the text is otherwise, no spell check.
   */
  code?: boolean;
  placeholder?: string;
  maxLength?: number;
  hideLabel?: boolean;
  class?: string;
  /** Keeps the text after the field lost the focus, see `useHeldText`. */
  keepAfterBlur?: (text: string) => boolean;
  /** Text that was typed earlier and is not stored, see `useHeldText`. */
  startText?: string | undefined;
  /** Which links may be written in it, see `TextLinks`. */
  links?: LinkUse;
  /** It is written as typed, but pasted text still runs nothing of Hugo. */
  asTyped?: boolean;
  inputMode?: 'url' | 'numeric' | 'text';
  fieldName?: string;
  controlRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/**
 * A line or an area of text that calls back with every keystroke and is never overwritten at the
 * cursor.
 */
export function TextField(props: TextFieldProps) {
  const held = useHeldText(props.value, props.onText, props.keepAfterBlur, props.startText);
  return (
    <Field
      label={props.label}
      hint={props.hint}
      error={props.error}
      {...(props.class ? { class: props.class } : {})}
      hideLabel={props.hideLabel ?? false}
    >
      {({ id, describedBy, invalid }) => {
        const shared = {
          id,
          value: held.text,
          onFocus: held.onFocus,
          onBlur: held.onBlur,
          onInput: held.onInput,
          'aria-describedby': describedBy,
          'aria-invalid': invalid || undefined,
          'data-field': props.fieldName,
          'data-links': props.links,
          'data-paste': props.asTyped ? 'safe' : undefined,
          placeholder: props.placeholder,
          maxLength: props.maxLength,
          dir: 'auto' as const,
          class: props.code ? 'code' : undefined,
          spellcheck: !props.code,
          ref: props.controlRef as never,
        };
        return (
          <>
            {props.lines ? (
              <textarea {...shared} rows={props.lines} />
            ) : (
              <input {...shared} type="text" inputMode={props.inputMode} autocomplete="off" />
            )}
            {(props.links === 'text' || props.links === 'address') && !props.hideLabel && (
              <LinkButton fieldId={id} fieldLabel={props.label} use={props.links} />
            )}
          </>
        );
      }}
    </Field>
  );
}
