/** A text of `public/_locales`, in the format of the browsers' own `messages.json`. */
export interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** Texts by their keys. */
export type Messages = Readonly<Record<string, Message>>;

/**
 * Fills in a message's values, as browsers do: `$1` is the first value, `$NAME$` the content of
 * that placeholder, `$$` a dollar sign.
 * @param named replaces the content of the placeholder with that name; undefined: no replacement
 */
export function fillMessage(
  { message, placeholders = {} }: Message,
  values: readonly string[],
  named: (name: string) => string | undefined = () => undefined,
): string {
  const withValues = (text: string) =>
    text.replace(/\$(\$|\d)/g, (_, of: string) =>
      of === '$' ? '$' : (values[Number(of) - 1] ?? ''),
    );
  return message.replace(/\$(?:([a-z_]\w*)\$|\$|\d)/gi, (found, name: string | undefined) => {
    if (name === undefined) return withValues(found);
    const placeholder = placeholders[name.toLowerCase()];
    if (placeholder === undefined) return withValues(found);
    return named(name.toLowerCase()) ?? withValues(placeholder.content);
  });
}
