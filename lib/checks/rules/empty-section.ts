import type { Check } from '../check.ts';
import { headingsOf } from '../headings.ts';

/** Generators put the footnotes below the last heading, wherever they are written. */
const ofFootnotes = /^(?:foot)?notes$|^(?:fu(?:ß|ss)noten|anmerkungen)$/i;

/** Finds a heading with nothing below it. */
export const emptySection: Check = {
  id: 'empty-section',
  *find(post) {
    const { blocks } = post;
    const headings = headingsOf(post);
    const hasFootnotes = blocks.some(({ block }) => block.kind === 'footnote');
    for (const [at, { index, level, start, end, title }] of headings.entries()) {
      if (index === undefined) continue;
      const next = headings[at + 1];
      if (next && next.level > level) continue;
      if (!next && hasFootnotes && ofFootnotes.test(title.trim())) continue;
      const following = blocks.slice(index + 1, next?.index);
      const until = next?.start ?? post.readable.length;
      const isEmpty = !following.some(
        ({ block, isComment, zone }) => block.start < until && !isComment && zone !== 'footer',
      );
      if (isEmpty) yield { start, end, message: { key: 'check_empty_section', values: [title] } };
    }
  },
};
