/** Yields numbers from 0 up to 1, the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = 'ring queue ferret evening buffer shed lantern meadow pickle compass harbour'.split(
  ' ',
);

/**
 * Makes a wrap-up post like those of real groups: each construct is as frequent as in 73 real ones
 * (59 of one group, 14 of nine others), which were counted on 26 November 2026.
 */
export function madePost(seed: number): string {
  const next = numbersFrom(seed);
  const chance = (part: number, of: number) => next() < part / of;
  const upTo = (count: number) => Math.floor(next() * count);
  const pick = <T>(...values: T[]): T => values[upTo(values.length)] as T;
  const some = (least: number, most: number) =>
    Array.from({ length: least + upTo(most - least + 1) }, () => pick(...words));
  const link = () =>
    `[${some(1, 3).join(' ')}](https://${pick(...words)}.example/${upTo(99)}${pick('', '', '?a=1&b=2', '#page=7', '_(x)')})`;
  const prose = (length: number) => {
    const parts = Array.from({ length }, () => (chance(1, 6) ? link() : some(1, 2).join(' ')));
    return chance(2, 3) ? parts.join(' ').replace(/(.{60,78}) /g, '$1\n') : parts.join(' ');
  };
  const quoted = (text: string) => {
    const attribution = chance(17, 69) ? ` -- ${link()}` : '';
    const lines = (text + attribution).split('\n');
    const isLazy = chance(4, 69);
    return lines.map((line, at) => (isLazy && at > 0 ? line : `> ${line}`)).join('\n');
  };
  const bullet = () => {
    const mark = chance(489, 493) ? '* ' : '- ';
    const text = chance(188, 493) ? `${link()} ${prose(6)}` : chance(87, 305) ? link() : prose(8);
    return mark + (chance(67, 97) ? text : text.replaceAll('\n', '\n  '));
  };
  const picture = () => {
    const image = `![${chance(3, 76) ? 'a hall' : ''}](/images/${pick(...words)}.png)`;
    return chance(43, 76) ? `[${image}](https://${pick(...words)}.example)` : image;
  };
  const heading = () => {
    const text = chance(5, 137) ? link() : some(1, 3).join(' ');
    if (chance(27, 164)) return `{{< h2 >}}${text}{{< /h2 >}}`;
    return `${chance(100, 137) ? '##' : '###'} ${text}`;
  };
  const code = () =>
    `\`\`\`${pick('', '', 'go', 'sh')}\n${prose(5)}\n\n# ${pick(...words)}\n\`\`\``;
  const seldom = () =>
    pick(
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '1. one\n2. two',
      '<!--\n\nlater\n\n-->',
      '[ring]: https://ring.example',
      '{{< youtube abc >}}',
      'Caf&eacute; 🎉',
      'A note[^1].\n\n[^1]: Here.',
      '----',
    );
  const block = () => {
    // Among 285 paragraphs with links, 493 bullets, 69 quotes, 76 pictures, 137 headings, 39 code
    // blocks.
    const at = upTo(1_120);
    if (at < 400) return prose(20);
    if (at < 780)
      return Array.from({ length: 1 + upTo(4) }, bullet).join(chance(1, 9) ? '\n\n' : '\n');
    if (at < 850) return quoted(prose(18));
    if (at < 926) return picture();
    if (at < 1_060) return heading();
    return at < 1_099 ? code() : seldom();
  };
  const title = `${pick('Hybrid Meetup', 'Virtual Meetup', 'Meetup', 'Drinkup 🍻')} #${upTo(60)} wrap-up`;
  const date = `20${19 + upTo(8)}-0${1 + upTo(9)}-1${upTo(9)}`;
  const frontMatter = chance(59, 73)
    ? `---\ntitle: "${title}"\ndate: ${date}T10:30:00+0${1 + upTo(2)}:00\ndraft: ${chance(1, 2)}\ntags:\n- summary\n- meetup\n---\n`
    : pick(
        `+++\ntitle = "${title}"\ndate = ${date}\n\n[extra]\ncover = 'a.png' # kept\n+++\n`,
        `---\ntitle: ${pick(...words)}\ndate: ${date}\nparams:\n  image: a.png\n  comments: false\n---\n`,
        '',
      );
  const blocks = Array.from({ length: 3 + upTo(12) }, block);
  if (chance(52, 59)) blocks.unshift(heading());
  if (chance(25, 59)) blocks.push('----', link());
  const gap = chance(27, 59) ? '\n\n\n' : '\n\n';
  const text = `${frontMatter}\n${blocks.map((each) => each + (chance(1, 6) ? gap : '\n\n')).join('')}`;
  const ended = chance(5, 59) ? text.trimEnd() : `${text.trimEnd()}\n`;
  return chance(1, 40) ? ended.replaceAll('\n', '\r\n') : ended;
}
