/**
 * `npm run posts -- check FOLDER` opens every `.md`, `.markdown` and `.mdx` below the folder, writes it again in memory,
 * and prints how many are unchanged, which are not, and at which byte. It exits with 1 if one is
 * not.
 *
 * `npm run posts -- style FOLDER` prints what most of them do, and how many. Unreadable ones are
 * left out.
 *
 * `npm run posts -- checks FOLDER` prints the findings of the checks, one on each line, with file,
 * line, rule and message; then how many there are by rule. Findings are no failure.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { earlierLinks, type LinkedPost, postLinkKeys } from '../lib/checks/earlier-links.ts';
import { readPost } from '../lib/checks/read-post.ts';
import { type Finding, runChecks } from '../lib/checks/run-checks.ts';
import { timeOf } from '../lib/checks/time-of.ts';
import { fillMessage, type Messages } from '../lib/core/text/message.ts';
import { type CheckedPost, checkPost } from '../lib/posts/check-post.ts';
import { decodePost, longestPost } from '../lib/posts/decode-post.ts';
import { learnStyle, type SiteFiles } from '../lib/posts/learn-style.ts';
import { isSiteConfig } from '../lib/posts/style/site-files.ts';
import texts from '../public/_locales/en/messages.json' with { type: 'json' };

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
    .filter((entry) => entry.isFile() && /\.(?:md|markdown|mdx)$/i.test(entry.name))
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

/** Returns the site's own settings, if the folder is a site's. */
function siteIn(folder: string): SiteFiles {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !/[\\/](?:node_modules|\.git)(?:[\\/]|$)/.test(entry.parentPath),
    )
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const configs = paths
    .filter(isSiteConfig)
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  return { configs, paths };
}

function style(folder: string): boolean {
  const posts = postsIn(folder).flatMap((path) => {
    const text = decodePost(new Uint8Array(readFileSync(path)));
    return text.ok ? [{ name: relative(folder, path), text: text.value }] : [];
  });
  for (const { id, does, count, all, file } of learnStyle(posts, siteIn(folder))) {
    console.log(`${id}: ${does.replaceAll(/\s+/g, ' ')} (${file ?? `${count} of ${all}`})`);
  }
  return posts.length > 0;
}

/** Returns a post with the title and time in its front matter. */
function datedPost(text: string): LinkedPost & { text: string } {
  const { fields } = readPost(text);
  const fieldOf = (key: string) =>
    String(fields.find(({ path: [first, ...deeper] }) => first === key && !deeper.length)?.value);
  return {
    ...{ title: fieldOf('title'), url: '', time: timeOf(fieldOf('date')) },
    ...{ keys: postLinkKeys(text), text },
  };
}

function sentence({ message: { key, values } }: Finding): string {
  const message = (texts as Messages)[key];
  return message ? fillMessage(message, values.map(String)) : key;
}

function checks(folder: string): boolean {
  const posts = postsIn(folder).flatMap((path) => {
    const text = decodePost(new Uint8Array(readFileSync(path)));
    if (!text.ok) console.log(`${relative(folder, path)} ${reasons[text.error]}.`);
    return text.ok ? [{ path: relative(folder, path), ...datedPost(text.value) }] : [];
  });
  const before = earlierLinks(posts);
  const counts = new Map<string, number>();
  const now = new Date().toISOString();
  for (const { path, text, time } of posts) {
    for (const finding of runChecks(text, { now, linkedBefore: before(time) })) {
      console.log(`${path}:${finding.firstLine + 1} ${finding.rule} ${sentence(finding)}`);
      counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
    }
  }
  for (const [rule, count] of [...counts].sort()) console.log(`${rule}: ${count}`);
  const all = [...counts.values()].reduce((one, other) => one + other, 0);
  console.log(`${all} to look at in ${posts.length} posts.`);
  return posts.length > 0;
}

const commands = { check, style, checks };
const [command = '', folder] = process.argv.slice(2);
if (!(command === 'check' || command === 'style' || command === 'checks') || !folder) {
  console.error('Usage: npm run posts -- check FOLDER, -- style FOLDER, or -- checks FOLDER');
  process.exitCode = 2;
} else {
  process.exitCode = commands[command](folder) ? 0 : 1;
}
