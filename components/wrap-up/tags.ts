import { clampText, limits } from '../../lib/core/base/limits.ts';

/**
 * Adds what was typed or pasted to `tags`: separated by commas, semicolons or lines, without
 * duplicates.
 */
export function withTags(tags: readonly string[], text: string): string[] {
  const added = text
    .split(/[,;\n\t]/)
    .map((tag) => clampText(tag.replace(/\s+/g, ' ').replace(/^\s*#?\s*|\s+$/g, ''), limits.tag))
    .filter(Boolean);
  return [...new Set([...tags, ...added])].slice(0, limits.tags);
}
