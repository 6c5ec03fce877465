/**
 * `npm run posts -- check FOLDER`: opens every `.md` below the folder, writes it again in memory, and says how
 * many are unchanged, which are not, and at which byte. Ends with 1 where one is not.
 *
 * `npm run posts -- style FOLDER`: says what most of them do, and how many. What cannot be read is left out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type CheckedPost, checkPost } from '../lib/posts/check-post.ts';
import { decodePost, longestPost } from '../lib/posts/decode-post.ts';
import { learnStyle } from '../lib/posts/learn-style.ts';

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

function postsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function check(folder: string): boolean {
  const paths = postsIn(folder);
  let unchanged = 0;
  for (const path of paths) {
    const sentence = sentenceOf(checkPost(new Uint8Array(readFileSync(path))));
    if (sentence === undefined) unchanged++;
    else console.log(`${relative(folder, path)} ${sentence}.`);
  }
  console.log(`${unchanged} of ${paths.length} posts are unchanged.`);
  return unchanged === paths.length && paths.length > 0;
}

function style(folder: string): boolean {
  const posts = postsIn(folder).flatMap((path) => {
    const text = decodePost(new Uint8Array(readFileSync(path)));
    return text.ok ? [text.value] : [];
  });
  for (const { of, does, count, all } of learnStyle(posts)) {
    console.log(`${of}: ${does.replaceAll(/\s+/g, ' ')} (${count} of ${all})`);
  }
  return posts.length > 0;
}

const commands = { check, style };
const [command = '', folder] = process.argv.slice(2);
if (!(command === 'check' || command === 'style') || folder === undefined) {
  console.error('Usage: npm run posts -- check FOLDER, or npm run posts -- style FOLDER');
  process.exitCode = 2;
} else {
  process.exitCode = commands[command](folder) ? 0 : 1;
}
