/** Stands for each code unit of what no Markdown parser may look into. */
export const masked = '\uE000';

interface Tag {
  start: number;
  end: number;
  /** Absent: it neither opens nor closes anything. */
  name?: string;
  closes: boolean;
}

const opening = /\{\{<|\{\{%|\{%|\{\{/g;
const closing: Readonly<Record<string, string>> = {
  '{{<': '>}}',
  '{{%': '%}}',
  '{%': '%}',
  '{{': '}}',
};
/** Far above what a tag with all its parameters has. */
const longestTag = 10_000;

/** Shortcodes (`{{< … >}}`, `{{% … %}}`) and Liquid tags, in their order. */
function tagsIn(text: string): Tag[] {
  const tags: Tag[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const from = opening.lastIndex;
    const closer = closing[match[0]] ?? '';
    const rest = text.slice(from, from + longestTag);
    const length = rest.indexOf(closer);
    const next = rest.search(/\{\{|\{%/);
    // Where another one begins first, this one was not meant as a tag.
    if (length < 0 || (next >= 0 && next < length)) continue;
    const end = from + length + closer.length;
    const words = rest.slice(0, length);
    // Outside of shortcodes, a line end makes it prose.
    if (match[0] === '{{' && /[\r\n]/.test(words)) continue;
    const [, slash = '', name] = /^-?\s*(\/?)\s*([\w./-]+)/.exec(words) ?? [];
    const isPair = match[0] !== '{{' && !words.trimEnd().endsWith('/');
    tags.push(
      match[0] === '{%' && name?.startsWith('end')
        ? { start: match.index, end, name: name.slice(3), closes: true }
        : { start: match.index, end, ...(isPair && name ? { name } : {}), closes: slash === '/' },
    );
    opening.lastIndex = end;
  }
  return tags;
}

/** Spans of tags alone, and of tags that belong together with all between them; none inside another. */
function spansOf(tags: readonly Tag[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  const open: { name: string; span: number }[] = [];
  for (const { start, end, name, closes } of tags) {
    const at = closes && name ? open.findLastIndex((each) => each.name === name) : -1;
    const opened = open[at];
    const first = opened && spans[opened.span];
    if (opened && first) {
      first.end = end;
      spans.length = opened.span + 1;
      open.length = at;
    } else {
      if (name && !closes) open.push({ name, span: spans.length });
      spans.push({ start, end });
    }
  }
  return spans;
}

/** A line that begins with more marks of quotes and lists than anybody writes: too deep for the parser. */
const deepLine = /^(?:[>*+-][ \t]*){200,}[^\r\n]*/gm;
const rule = /^([-*])(?:[ \t]*\1)*[ \t]*$/;

/**
 * `text` with a mark in place of each code unit of shortcodes and Liquid tags, line ends in them too, so that
 * blocks stay at their offsets. A pair of tags is masked with all between: it is the generator's, whatever
 * it looks like.
 */
export function maskTags(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of spansOf(tagsIn(text))) {
    pieces.push(text.slice(at, start), masked.repeat(end - start));
    at = end;
  }
  const whole = pieces.join('') + text.slice(at);
  return whole.replace(deepLine, (line) => (rule.test(line) ? line : masked.repeat(line.length)));
}
