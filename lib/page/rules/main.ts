import { type Rule, trimmed } from './rule.ts';

/**
 * The whole text. It is returned here, because Turndown's own result passes through a pattern that
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
