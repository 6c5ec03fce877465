import type { OutlineNode } from '../outline/outline-node.ts';
import { indentRest, isTight, type Rule, type RuleOptions, setApart, trimmed } from './rule.ts';

/**
 * The marker of a list's items. Lists side by side would be one list with the same marker, and
 * bullets in one line (`* * *`) a thematic break: so neighbours take turns.
 */
function markerOf(list: OutlineNode, options: RuleOptions): string {
  if (list.text !== '') return list.text;
  const { previous, parentNode: item } = list;
  const taken = new Set<string>();
  if (previous?.nodeName === list.nodeName) taken.add(markerOf(previous, options));
  const outer = item?.nodeName === 'LI' && previous === null ? item.parentNode : null;
  if (outer?.nodeName === 'UL' && list.nodeName === 'UL') taken.add(markerOf(outer, options));
  const markers = list.nodeName === 'OL' ? ['.', ')'] : [options.bulletListMarker, '-', '*', '+'];
  list.text = markers.find((marker) => !taken.has(marker)) ?? '*';
  return list.text;
}

const list: Rule['replacement'] = (content, node) => setApart(trimmed(content), node);

export const bulletList: Rule = { filter: 'UL', replacement: list };
export const numberedList: Rule = { filter: 'OL', replacement: list };

export const listItem: Rule = {
  filter: 'LI',
  replacement(content, node, options) {
    const parent = node.parentNode;
    if (!parent) return content;
    const marker = markerOf(parent, options);
    const label = parent.nodeName === 'OL' ? `${numberOf(node, parent)}${marker}` : marker;
    const body = indentRest(trimmed(content), label.length + 1);
    const gap = isTight(parent) ? '\n' : '\n\n';
    return `${gap}${body === '' ? label : `${label} ${body}`}${gap}`;
  },
};

function numberOf(item: OutlineNode, parent: OutlineNode): number {
  item.number = item.previous ? item.previous.number + 1 : parent.number;
  return Math.min(item.number, 999_999_999);
}
