import { writeFileSync } from 'node:fs';
import { costs, type Part } from './by-hand.ts';
import type { Measured } from './measure.ts';
import type { Gesture, Purpose } from './tally.ts';

function lines(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The model of writing by hand has no order of work. */
const onePerPost = (results: readonly Measured[]) =>
  results.filter(({ name }, at) => results.findIndex((each) => each.name === name) === at);

/** Compares each post with the same post written by hand. */
export function table(results: readonly Measured[]): string {
  return lines(
    ['post', 'way', 'gestures', 'by hand', 'ratio', 'corrections', 'keys', 'by hand'],
    results.map(({ name, way, figures, byHand }) => [
      name,
      way,
      figures.gestures,
      byHand.gestures,
      (figures.gestures / byHand.gestures).toFixed(2),
      figures.corrections,
      figures.keys,
      byHand.keys,
    ]),
  );
}

/** Lists what only the product has: places, and known addresses. */
function placing(results: readonly Measured[]): string {
  return lines(
    [
      'post',
      'way',
      'gestures for placing',
      'landing line set',
      'addresses pasted',
      'of these clipped before',
    ],
    results.map(({ name, way, figures }) => [
      name,
      way,
      figures.byPurpose.place,
      figures.landings,
      figures.addresses,
      figures.clippedAddresses,
    ]),
  );
}

const purposes: Purpose[] = ['details', 'clip', 'words', 'place', 'take away'];
const gestures: Gesture[] = ['click', 'selection', 'drag', 'choice', 'chord', 'key'];

const kinds = (results: readonly Measured[]) =>
  lines(
    ['post', 'way', ...purposes, ...gestures],
    results.map(({ name, way, figures }) => [
      name,
      way,
      ...purposes.map((purpose) => figures.byPurpose[purpose]),
      ...gestures.map((gesture) => figures.byGesture[gesture]),
    ]),
  );

const parts: Record<Part, string> = {
  address: 'addresses',
  repeatedAddress: 'the same again',
  quote: 'quotes',
  linkInQuote: 'links in quotes',
  picture: 'pictures',
  file: 'file',
};

const model = (results: readonly Measured[]) =>
  lines(
    ['post', ...Object.values(parts), 'gestures'],
    [
      ['each', ...(Object.keys(parts) as Part[]).map((part) => costs[part]), ''],
      ...onePerPost(results).map(({ name, byHand }) => [
        name,
        ...(Object.keys(parts) as Part[]).map((part) => byHand.counts[part]),
        byHand.gestures,
      ]),
    ],
  );

/** Writes README.md from the figures of all posts. */
export function writeReadme(results: readonly Measured[]): void {
  const shapes = onePerPost(results)
    .map(({ name, shape }) => `- **${name}**: ${shape}`)
    .join('\n');
  const text = `# The effort of a post

Written by \`npm run effort\`. It composes posts with the built extension in a real Chromium, by clicks and keys,
from the first source to the copied draft, and counts what the hands do. A post that comes out other than it
should fails the run: the draft in the clipboard is compared byte for byte (the seed but for where its lines
end, and the language in its event's address).

${shapes}

${table(results)}

*Written along*: reading and writing go by turns, in the post's order; the clips come where they belong. *Read
first*: everything is read and clipped, and then the note-taker writes between the clips. Both in the panel, where a
clip stays where it lands: nothing is dragged to another place. *At the desk*: everything that the post quotes and
links to is clipped into the tray, in the post's order; then the post is written at the desk in one go, from its first
word to its last, links and all. A slash in an empty line puts a quote or picture there.

## What is counted

A *gesture* is a click, a chord, a drag, a selection, a key that writes no text, or a choice from a list (from
more than seven it counts as two, because it has to be looked for). What only puts right a slip is a
*correction*, and is not among them. *Keys* are characters that are typed. Nobody types an address. One that
the product knows is chosen from its list of links: behind \`[[\` where the link shall be called as its page is,
else behind its words, \`[words](\`. Where the first that is offered is not the one, the first word of its name is
typed, and arrows go on from there. A section that is not offered is typed behind the page's address. Any other
address is selected and copied where it is shown, and pasted; one that has a slash too many at its end loses it.
All begin with nothing: there is no earlier post. The slash that opens the list of clips writes no text, and counts.
Going to a page, reading and scrolling are not counted; they are the same either way. Panel and desk are in a window
beside the page, as the editor is.

A choice in the browser's own menu is three clicks, one of them among more than seven. What is the browser's
or the system's own is out of a driver's reach: that menu, the toolbar's button, our keys, the address bar, lists
that the system draws, the key for a picture of the screen. These gestures are counted, and what the browser
does then is called; everything else is a real click or key.

${placing(results)}

${kinds(results)}

## By hand

The same post in an editor, with the browser in a window beside it, by a model that reads the post's Markdown
(\`by-hand.ts\`): text is typed, and filled as it is typed; an address is selected, copied and pasted, which is
five gestures with the way to the editor and back; a quote is selected, copied, pasted, marked and filled;
the address of a link in it is copied by the link's menu; a picture is taken by a chord and a frame, and
dropped into the text; in the end the file is saved, selected and copied.

${model(results)}

Counted on the seed before there was this model, an editor takes 131 gestures and 2,343 keys. The model gives
the same gestures, and 27 keys fewer.
`;
  writeFileSync(new URL('README.md', import.meta.url), text);
}
