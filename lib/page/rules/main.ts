import { type Rule, trimmed } from './rule.ts';

/**
 * The whole text. It leaves Turndown by this door: what Turndown returns passes a pattern that
 * takes quadratic time on long runs of white space.
 */
export function mainRule(done: (markdown: string) => void): Rule<'MAIN'> {
  return {
    filter: 'MAIN',
    replacement(content) {
      done(trimmed(content));
      return '';
    },
  };
}
