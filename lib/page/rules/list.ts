import { isList, type OutlineList } from '../outline/outline-node.ts';
import { indentRest, isTight, type Rule, type RuleOptions, setApart, trimmed } from './rule.ts';

/**
 * Returns the marker of a list's items. Adjacent lists with the same marker would become one list,
 * and bullets in one line (`* * *`) a thematic break, so neighbours alternate.
 */
function markerOf(list: OutlineList, options: RuleOptions): string {
  if (list.marker !== '') return list.marker;
  const { previous, parentNode: item } = list;
  const taken = new Set<string>();
  if (isList(previous) && previous.nodeName === list.nodeName)
    taken.add(markerOf(previous, options));
  const outer = item?.nodeName === 'LI' && previous === null ? item.parentNode : null;
  if (outer?.nodeName === 'UL' && list.nodeName === 'UL') taken.add(markerOf(outer, options));
  const markers = list.nodeName === 'OL' ? ['.', ')'] : [options.bulletListMarker, '-', '*', '+'];
  list.marker = markers.find((marker) => !taken.has(marker)) ?? '*';
  return list.marker;
}

const list: Rule<'UL' | 'OL'>['replacement'] = (content, node) => setApart(trimmed(content), node);

export const bulletList: Rule<'UL'> = { filter: 'UL', replacement: list };
export const numberedList: Rule<'OL'> = { filter: 'OL', replacement: list };

export const listItem: Rule<'LI'> = {
  filter: 'LI',
  replacement(content, node, options) {
    const parent = node.parentNode;
    if (!isList(parent)) return content;
    const marker = markerOf(parent, options);
    const label = parent.nodeName === 'OL' ? `${node.number}${marker}` : marker;
    const body = indentRest(trimmed(content), label.length + 1);
    const gap = isTight(parent) ? '\n' : '\n\n';
    return `${gap}${body === '' ? label : `${label} ${body}`}${gap}`;
  },
};
