/**
 * Marks for text that must pass through a step unchanged: a number between NULs, which Markdown
 * can't contain. There are two kinds: text that is not wrapped with the prose, and text that is not
 * made safe for the generator.
 */
const forms = { kept: /\0(\d+)\0/g, typed: /\0t(\d+)\0/g } as const;

export function verbatimMark(index: number, form: keyof typeof forms = 'kept'): string {
  return form === 'kept' ? `\0${index}\0` : `\0t${index}\0`;
}

/** In a block quote or list item, further lines of the text get the same prefix as its first. */
export function putVerbatim(
  text: string,
  verbatim: readonly string[],
  form: keyof typeof forms = 'kept',
): string {
  if (verbatim.length === 0) return text;
  return text
    .split('\n')
    .map((line) =>
      line.replace(forms[form], (_, index: string, at: number) => {
        const before = line.slice(0, at);
        const hanging = /^[\s>]*(?:[*+-] +|\d+[.)] +)?$/.test(before)
          ? before.replace(/[^\s>]/g, ' ')
          : '';
        return (verbatim[Number(index)] ?? '').replace(/\n/g, `\n${hanging}`);
      }),
    )
    .join('\n');
}
