import type { FieldStyle, ListForm } from '../../core/post/front-matter-style.ts';
import type { FieldShape } from '../front-matter/field-shapes.ts';
import type { PostSeen } from './read-posts.ts';
import { current } from './vote.ts';

interface ListSeen {
  form: ListForm;
  /** How long the line would be if the list were written in one; of a list with one item, too. */
  columns: number;
  weight: number;
}

/**
 * Returns how a list is written. Formatters break a list in brackets over lines if its line would
 * be too long: then the other form comes with the greatest length of a line.
 * @param sights a list's field in each post, the newest first
 */
export function listForms(
  sights: readonly { field: FieldShape; post: Pick<PostSeen, 'weight'> }[],
): Pick<FieldStyle, 'list' | 'wideList'> {
  const seen = sights.flatMap(({ field, post }) => listSeen(field, post.weight));
  const most = (lists: readonly ListSeen[]) =>
    current(lists.map(({ form, weight }) => ({ value: form, weight })))?.value;
  const short = seen.filter(({ form }) => !isBroken(form));
  const wide = seen.filter(({ form }) => isBroken(form) && form.open.trimStart().startsWith('['));
  const longest = Math.max(0, ...short.map(({ columns }) => columns));
  const shortest = Math.min(...wide.map(({ columns }) => columns));
  const [list, wideList] = [most(short), most(wide)];
  const isByWidth = seen.length === short.length + wide.length && longest < shortest;
  if (!list || !wideList || !isByWidth) {
    const form = most(seen);
    return form ? { list: form } : {};
  }
  // Formatters have 80 columns unless someone chose others.
  const columns = longest <= 80 && shortest > 80 ? 80 : longest;
  return columns > 1000 ? { list } : { list, wideList: { columns, ...wideList } };
}

const isBroken = ({ open, between, close }: ListForm) => /\n/.test(open + between + close);

function listSeen({ list, path, assign, text }: FieldShape, weight: number): ListSeen[] {
  if (!list) return [];
  const line = text
    .replace(/\[\s+/g, '[')
    .replace(/,?\s*\]$/, ']')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  const columns = `${path.at(-1)}${assign.trimEnd()} ${line}`.length;
  return [{ form: list, columns, weight }];
}
