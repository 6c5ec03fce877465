/**
 * Marks for text that has to come through a step as it is: a number between NULs, which no Markdown can hold.
 * There are two: text that prose is not filled with, and text that is not made safe for the generator.
 */
const forms = { kept: /\0(\d+)\0/g, typed: /\0t(\d+)\0/g } as const;

export function verbatimMark(index: number, form: keyof typeof forms = 'kept'): string {
  return form === 'kept' ? `\0${index}\0` : `\0t${index}\0`;
}

/** Further lines of what comes in a block quote or list item get what stands before its first. */
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
