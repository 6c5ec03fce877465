import type { Check } from '../check.ts';

/** Hugo's built-in shortcodes, including former ones: https://gohugo.io/shortcodes/ */
const ofHugo = new Set(
  'details figure gist highlight instagram param qr ref relref tweet twitter vimeo x youtube'.split(
    ' ',
  ),
);

/** Finds a shortcode that the site does not know; Hugo refuses to build such a site. */
export const unknownShortcode: Check = {
  id: 'unknown-shortcode',
  *find({ tags }, { shortcodes }) {
    if (shortcodes === undefined) return;
    for (const { opening, name, closes, start, end } of tags) {
      const isOurs = opening === '{{<' || opening === '{{%';
      if (!isOurs || closes || name === undefined || name.startsWith('/')) continue;
      const bare = name.replace(/\.html$/, '');
      if (ofHugo.has(bare) || shortcodes.has(bare)) continue;
      yield { start, end, message: { key: 'check_unknown_shortcode', values: [name] } };
    }
  },
};
