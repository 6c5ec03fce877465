/** Replaces each code unit of what no Markdown parser may look into. */
export const masked = '\uE000';

/** A shortcode (`{{< … >}}`, `{{% … %}}`) or Liquid tag. */
export interface Tag {
  start: number;
  end: number;
  /** How it begins. */
  opening: '{{<' | '{{%' | '{%' | '{{';
  /** Absent: it neither opens nor closes anything. */
  name?: string;
  closes: boolean;
}

const opening = /\{\{<|\{\{%|\{%|\{\{/g;
const closing: Readonly<Record<Tag['opening'], string>> = {
  '{{<': '>}}',
  '{{%': '%}}',
  '{%': '%}',
  '{{': '}}',
};
/** Far longer than a tag with all its parameters. */
const longestTag = 10_000;

/** Returns the tags of a text in their order, and where shortcodes begin that do not end. */
export function readTags(text: string): { tags: Tag[]; unended: number[] } {
  const tags: Tag[] = [];
  const unended: number[] = [];
  const openings = [...text.matchAll(opening)];
  for (const [at, match] of openings.entries()) {
    const mark = match[0] as Tag['opening'];
    const from = match.index + mark.length;
    // If another one begins first, this one was not meant as a tag.
    const next = openings[at + 1]?.index ?? text.length;
    const rest = text.slice(from, Math.min(next, from + longestTag));
    const length = rest.indexOf(closing[mark]);
    if (length < 0) {
      if (mark === '{{<' || mark === '{{%') unended.push(match.index);
      continue;
    }
    const end = from + length + closing[mark].length;
    const words = rest.slice(0, length);
    // Outside shortcodes, a line end makes it prose.
    if (mark === '{{' && /[\r\n]/.test(words)) continue;
    const [, slash = '', name] = /^-?\s*(\/?)\s*([\w./-]+)/.exec(words) ?? [];
    const isPair = mark !== '{{' && !words.trimEnd().endsWith('/');
    const place = { start: match.index, end, opening: mark };
    tags.push(
      mark === '{%' && name?.startsWith('end')
        ? { ...place, name: name.slice(3), closes: true }
        : { ...place, ...(isPair && name ? { name } : {}), closes: slash === '/' },
    );
  }
  return { tags, unended };
}

/**
 * Returns the spans of single tags, and of paired tags with everything between them; they do not
 * nest.
 */
function spansOf(tags: readonly Tag[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  const open: { name: string; span: number }[] = [];
  /** Where each name is in `open`; an outdated entry is dropped when it is found. */
  const places = new Map<string, number[]>();
  const lastOpen = (name: string): number => {
    const put = places.get(name) ?? [];
    while (put.length > 0 && open[put.at(-1) ?? 0]?.name !== name) put.pop();
    return put.pop() ?? -1;
  };
  for (const { start, end, name, closes } of tags) {
    const at = closes && name ? lastOpen(name) : -1;
    const opened = open[at];
    const first = opened && spans[opened.span];
    if (opened && first) {
      first.end = end;
      spans.length = opened.span + 1;
      open.length = at;
    } else {
      if (name && !closes) {
        const put = places.get(name);
        if (put) put.push(open.length);
        else places.set(name, [open.length]);
        open.push({ name, span: spans.length });
      }
      spans.push({ start, end });
    }
  }
  return spans;
}

/**
 * A line that begins with more quote and list marks than anybody writes: too deep for the parser.
 */
const deepLine = /^(?:[>*+-][ \t]*){200,}[^\r\n]*/gm;
const rule = /^([-*])(?:[ \t]*\1)*[ \t]*$/;

/**
 * Returns `text` with a mark instead of each code unit of shortcodes and Liquid tags, including
 * line ends in them, so that blocks keep their offsets. A pair of tags is masked with everything
 * between, because that belongs to the generator.
 */
export function maskTags(text: string, { tags } = readTags(text)): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of spansOf(tags)) {
    pieces.push(text.slice(at, start), masked.repeat(end - start));
    at = end;
  }
  const whole = pieces.join('') + text.slice(at);
  return whole.replace(deepLine, (line) => (rule.test(line) ? line : masked.repeat(line.length)));
}
