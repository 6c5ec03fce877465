/**
 * `npm run posts -- check FOLDER`: opens every `.md` below the folder, writes it again in memory, and says how
 * many are unchanged, which are not, and at which byte. Ends with 1 where one is not.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type CheckedPost, checkPost } from '../lib/posts/check-post.ts';
import { longestPost } from '../lib/posts/decode-post.ts';

const reasons = {
  'not-text': 'is not text in UTF-8, and was not opened',
  'other-encoding': 'is not in UTF-8, and was not opened',
  'too-long': `is longer than ${longestPost / 1024 / 1024} MB, and was not opened`,
};

function sentenceOf(post: CheckedPost): string | undefined {
  if (post.outcome === 'unchanged') return undefined;
  return post.outcome === 'changed'
    ? `comes back changed from byte ${post.byte} on`
    : reasons[post.reason];
}

function check(folder: string): boolean {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  let unchanged = 0;
  for (const path of paths) {
    const sentence = sentenceOf(checkPost(new Uint8Array(readFileSync(path))));
    if (sentence === undefined) unchanged++;
    else console.log(`${relative(folder, path)} ${sentence}.`);
  }
  console.log(`${unchanged} of ${paths.length} posts are unchanged.`);
  return unchanged === paths.length && paths.length > 0;
}

const [command, folder] = process.argv.slice(2);
if (command !== 'check' || folder === undefined) {
  console.error('Usage: npm run posts -- check FOLDER');
  process.exitCode = 2;
} else {
  process.exitCode = check(folder) ? 0 : 1;
}
