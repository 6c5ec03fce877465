import type { PostBlock } from './read-post.ts';

/**
 * Parts of a post in which links may repeat: the first paragraph names event, venue and speakers,
 * thanks name them again, quotes name their source, and a list of references names everything.
 */
export type Zone = 'intro' | 'body' | 'quote' | 'thanks' | 'references' | 'footer';

const thanks = /\b(?:thanks?|thx|kudos|merci|gracias)\b|\bdank(?:e|en|t)?\b/i;
const references =
  /^[^\p{L}]*(?:references?|links?|further reading|resources?|sources?|bibliography|literature|quellen|literatur|verweise|referenzen|weiterführendes)\b/iu;
/** At most this many blocks follow a closing line. */
const longestFooter = 3;

export function zonesOf(blocks: readonly Omit<PostBlock, 'zone'>[]): Zone[] {
  const last = blocks.findLastIndex(({ block }) => block.kind === 'rule');
  const isHeading = ({ block }: Omit<PostBlock, 'zone'>) => block.kind === 'heading';
  // A rule above a section, or below the title of all, ends nothing.
  const isLast =
    blocks.length - 1 - last <= longestFooter &&
    !blocks.slice(last).some(isHeading) &&
    !blocks.slice(0, Math.max(0, last)).every(isHeading);
  const footer = last >= 0 && isLast ? last : blocks.length;
  let hasIntro = false;
  let section: Zone = 'body';
  return blocks.map(({ block, prose }, at) => {
    if (at >= footer) return 'footer';
    if (block.kind === 'heading') {
      section = thanks.test(prose) ? 'thanks' : references.test(prose) ? 'references' : 'body';
      return section;
    }
    if (block.containers.some(({ type }) => type === 'quote')) return 'quote';
    const isIntro = !hasIntro && block.holdsWords && /[\p{L}\p{N}]/u.test(prose);
    if (isIntro) {
      hasIntro = true;
      return 'intro';
    }
    return block.kind === 'paragraph' && thanks.test(prose) ? 'thanks' : section;
  });
}
