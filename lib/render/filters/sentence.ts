import { escapeText } from '../../markdown/escape.ts';
import { Markdown } from '../markdown.ts';
import { type Filter, namedOf, textOf } from './filter.ts';

/** Returns `a`, `a and b`, `a, b and c`; empty parts are left out. */
export function joinSentence(parts: readonly string[], and: string): string {
  const named = parts.filter((part) => part !== '');
  const last = named.pop() ?? '';
  return named.length === 0 ? last : `${named.join(', ')} ${and} ${last}`;
}

export const sentence: Filter = {
  name: 'sentence',
  apply: (value, and) => {
    const parts = (Array.isArray(value) ? value : [value]).map((part) =>
      part instanceof Markdown ? part.source : escapeText(namedOf(part).name),
    );
    return new Markdown(joinSentence(parts, escapeText(textOf(and) || 'and')));
  },
};
