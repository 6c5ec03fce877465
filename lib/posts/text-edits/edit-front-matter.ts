import * as v from 'valibot';
import { type WrapUp, WrapUpDetailsSchema } from '../../core/post/wrap-up.ts';
import type { FrontMatter } from '../front-matter/split.ts';
import { readDetails } from '../opened-details.ts';

type Details = ReturnType<typeof readDetails>['details'];
type Changed = Partial<Pick<WrapUp, 'title' | 'date' | 'draft' | 'tags' | 'extraFields'>>;

/**
 * Returns the details that changed between two front matters of a post; undefined if one can't be
 * stored. Fields without a detail are ignored; the caller checks whether the text comes out.
 */
export function changedDetails(
  wrapUp: WrapUp,
  old: FrontMatter,
  fresh: FrontMatter,
): Changed | undefined {
  const unsaid = { title: '', slug: '', date: wrapUp.date };
  const [before, now] = [old, fresh].map((each) => readDetails(each, unsaid).details) as [
    Details,
    Details,
  ];
  const isOther = (key: 'title' | 'date' | 'draft' | 'tags') =>
    JSON.stringify(before[key]) !== JSON.stringify(now[key]);
  const extraFields = changedFields(wrapUp.extraFields, before.extraFields, now.extraFields);
  const changed: Changed = {
    ...(isOther('title') && { title: now.title }),
    ...(isOther('date') && { date: now.date }),
    ...(isOther('draft') && { draft: now.draft }),
    ...(isOther('tags') && { tags: now.tags }),
    ...(extraFields && { extraFields }),
  };
  return v.is(v.partial(WrapUpDetailsSchema), changed) ? changed : undefined;
}

type Fields = WrapUp['extraFields'];

/**
 * Returns the current fields, with those that were changed, removed or added; undefined if none
 * were.
 */
function changedFields(fields: Fields, before: Fields, now: Fields): Fields | undefined {
  const [old, fresh] = [before, now].map(
    (list) => new Map(list.map(({ key, value }) => [key, value])),
  ) as [Map<string, string>, Map<string, string>];
  if (JSON.stringify(before) === JSON.stringify(now)) return undefined;
  const kept = fields.flatMap((field) => {
    if (!old.has(field.key)) return [field];
    const value = fresh.get(field.key);
    return value === undefined ? [] : [{ ...field, value }];
  });
  const added = now.filter(({ key }) => !old.has(key));
  return [...kept, ...added];
}
