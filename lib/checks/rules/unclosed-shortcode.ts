import type { Tag } from '../../posts/mask.ts';
import type { Check, Found } from '../check.ts';

const isShortcode = ({ opening, name }: Tag) =>
  (opening === '{{<' || opening === '{{%') && name !== undefined && /^[^/]/.test(name);

/** Those of Hugo's shortcodes that always have an end. */
const alwaysPairs = new Set(['highlight', 'details']);

const found = (start: number, end: number, name: string): Found => ({
  start,
  end,
  message: { key: 'check_unclosed_shortcode', values: [name] },
});

/**
 * Finds a shortcode that does not end, or one half of a pair; Hugo refuses to build such a site.
 */
export const unclosedShortcode: Check = {
  id: 'unclosed-shortcode',
  *find({ tags, unended, text }) {
    for (const start of unended) {
      const [written = ''] = /^\{\{[<%]\s*[\w./-]*/.exec(text.slice(start, start + 100)) ?? [];
      // If no name follows, the text is about shortcodes.
      if (/\w/.test(written)) yield found(start, start + written.length, written);
    }
    const open = new Map<string, Tag[]>();
    const closed = new Set<string>();
    for (const tag of tags.filter(isShortcode)) {
      const { name = '', closes, start, end } = tag;
      const before = open.get(name);
      if (!closes) {
        if (before) before.push(tag);
        else open.set(name, [tag]);
        continue;
      }
      closed.add(name);
      if (before?.pop() === undefined) yield found(start, end, text.slice(start, end));
    }
    for (const [name, left] of open) {
      if (!alwaysPairs.has(name)) continue;
      for (const { start, end } of left) yield found(start, end, text.slice(start, end));
    }
  },
};
