import { withoutComments } from '../markdown/without-comments.ts';

const fence = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm;
const image =
  /!\[(?:[^\]\\]|\\.){0,3000}\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))*))/g;

/**
 * Returns where the pictures of a post are that a reader would see: not in comments, not in code.
 * It is for a warning, so a rare form may be overlooked.
 */
export function namedPictures(markdown: string): string[] {
  const seen = withoutComments(markdown.replace(/^---\n[\s\S]*?\n---\n/, ''))
    .replace(fence, '')
    .replace(/\\`/g, '')
    .replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, '');
  const paths = [...seen.matchAll(image)].map(([, angled, plain]) => angled ?? plain ?? '');
  return [...new Set(paths.map((path) => path.replace(/\\(?=[!-/:-@[-`{-~])/g, '')))].filter(
    (path) => path !== '',
  );
}
