/**
 * `npm run effort [-- NAME…]` composes five posts with the built extension in a real Chromium,
 * counts the actions of the hands, and writes README.md beside this file. NAME: only those posts,
 * just printed.
 */
import { launch } from '../support/browsers/launch.ts';
import { type Measured, measure } from './measure.ts';
import { allPosts, ways } from './posts/all.ts';
import { table, writeReadme } from './report.ts';

// The time zone of these posts' meetups.
process.env.TZ = 'Europe/Berlin';
const wanted = process.argv.slice(2);
const posts = allPosts().filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const results: Measured[] = [];
for (const post of posts) {
  for (const way of ways) {
    if (!post.ways[way]) continue;
    const harness = await launch('chromium');
    try {
      const result = await measure(harness, post, way);
      results.push(result);
      console.log(post.name, way, JSON.stringify(result.figures));
    } finally {
      await harness.close();
    }
  }
}
console.log(table(results));
if (wanted.length === 0) writeReadme(results);
