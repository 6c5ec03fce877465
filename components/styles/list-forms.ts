import type { FrontMatterStyle, ListForm } from '../../lib/core/post/front-matter-style.ts';

/** `own`: a form found in posts that is none of the others. */
export type ListFormName = 'flow' | 'lines' | 'indented' | 'own';

const flow: ListForm = { open: '[', between: ', ', close: ']' };
const forms: Record<
  Exclude<FrontMatterStyle['format'], 'none'>,
  Partial<Record<ListFormName, ListForm>>
> = {
  yaml: {
    flow,
    lines: { open: '\n- ', between: '\n- ', close: '' },
    indented: { open: '\n  - ', between: '\n  - ', close: '' },
  },
  toml: { flow, lines: { open: '[\n  ', between: ',\n  ', close: ',\n]' } },
  json: { flow, lines: { open: '[\n  ', between: ',\n  ', close: '\n]' } },
};
const usual = { yaml: 'lines', toml: 'flow', json: 'flow' } as const;

type Format = keyof typeof forms;

/** Returns the forms that a list can have in the format. */
export const listForms = (format: Format): ListFormName[] =>
  Object.keys(forms[format]) as ListFormName[];

export const listForm = (format: Format, name: ListFormName): ListForm | undefined =>
  forms[format][name];

/** Returns the name of a list's form. */
export function listFormName(format: Format, form: ListForm | undefined): ListFormName {
  if (form === undefined) return usual[format];
  const isSame = (other: ListForm | undefined) =>
    other !== undefined &&
    (['open', 'between', 'close'] as const).every((part) => other[part] === form[part]);
  return listForms(format).find((name) => isSame(forms[format][name])) ?? 'own';
}
