import type { WrapUp } from '../../core/post/wrap-up.ts';
import type { OwnField } from './yaml.ts';

/**
 * A post without a layout has no page around it; Jekyll's word for a draft outside of `_drafts` is `published`.
 * @see https://jekyllrb.com/docs/front-matter/
 */
export function jekyllFields({ title, date, draft, tags, extraFields }: WrapUp): OwnField[] {
  const isOfOwnLayout = extraFields.some(({ key }) => key.toLowerCase() === 'layout');
  return [
    ...(isOfOwnLayout ? [] : [{ key: 'layout', value: 'post' }]),
    { key: 'title', value: { title } },
    { key: 'date', value: { date: jekyllDate(date) } },
    { key: 'published', value: !draft },
    { key: 'tags', value: tags },
  ];
}

/** `2026-11-20 10:30:00 +0100`. */
const jekyllDate = (date: string): string =>
  date
    .replace('T', ' ')
    .replace(/Z$/, '+00:00')
    .replace(/([+-]\d\d):(\d\d)$/, ' $1$2');
