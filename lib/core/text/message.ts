/** A text of `public/_locales`, in the form of the browsers' own `messages.json`. */
export interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** Texts by their keys. */
export type Messages = Readonly<Record<string, Message>>;

/**
 * A message with its values in it, as browsers write it: `$1` is the first value, `$NAME$` what the placeholder of that
 * name says, `$$` a dollar sign.
 * @param named what a placeholder of that name says instead; undefined: nothing else
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
