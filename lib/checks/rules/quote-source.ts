import type { MarkdownBlock } from '../../markdown/read.ts';
import type { Check } from '../check.ts';
import type { PostBlock } from '../read-post.ts';

/** The blocks of one quote at the outermost level, and their indexes in the post. */
interface QuoteInPost {
  first: number;
  blocks: readonly PostBlock[];
}

const outerQuote = ({ containers }: MarkdownBlock) =>
  containers.find(({ type }) => type === 'quote');

function quotesOf(blocks: readonly PostBlock[]): QuoteInPost[] {
  const quotes: { first: number; blocks: PostBlock[] }[] = [];
  let open: ReturnType<typeof outerQuote>;
  blocks.forEach((each, first) => {
    const quote = outerQuote(each.block);
    if (quote !== undefined && quote === open) quotes.at(-1)?.blocks.push(each);
    else if (quote !== undefined) quotes.push({ first, blocks: [each] });
    open = quote;
  });
  return quotes;
}

/** A longer text at its end, or in its first line, is a sentence and names no source. */
const longestName = 500;
const dash = /(?:^|\s)(?:--|[–—])\s*/g;

/**
 * True if it has an attribution at the end, after a dash or as a link, or a first line that says
 * who speaks.
 */
function namesItsSource({ blocks }: QuoteInPost, readable: string): boolean {
  const isCited = ({ block: { start, end } }: PostBlock) =>
    /<(?:cite|footer)\b/i.test(readable.slice(start, end));
  if (blocks.some(isCited)) return true;
  const first = blocks[0];
  const [opening = ''] = first?.prose.trimStart().split('\n', 1) ?? [];
  // GitHub's and Obsidian's notes and warnings have the form of quotes.
  if (/^\[![\w-]+\]/.test(opening)) return true;
  if (opening.length < 80 && /:\s*$/.test(opening) && (first?.prose.includes('\n') || blocks[1])) {
    return true;
  }
  const last = blocks.findLast(({ block }) => block.holdsWords);
  if (last === undefined) return false;
  const { block, prose, links } = last;
  const end = block.words.start + prose.trimEnd().length;
  const lastLink = links.at(-1);
  if (lastLink && end - lastLink.end <= 3) return true;
  const tail = prose.slice(-longestName).trimEnd();
  // A line of its own below the last quotation mark: `Ada Berg from Aachen`.
  if (/["”“»’]\s*\n[ \t]*\p{Lu}[^\n.!?]{1,80}$/u.test(tail)) return true;
  const found = [...tail.matchAll(dash)].at(-1);
  if (found === undefined) return false;
  const name = tail.slice(found.index + found[0].length);
  const beginsLine = /(?:^|\n)[ \t]*$/.test(tail.slice(0, found.index + 1));
  // After a dash in the middle of a line, a name begins with a capital and ends without a full
  // stop.
  const isName = /^[\p{Lu}@[(<]|^\S+$/u.test(name) && !/[.!?]$/.test(name);
  return beginsLine || (name.length <= 100 && isName);
}

/** Capitalised words at the start of a sentence that name nobody. */
const nobody =
  '(?!(?:The|They|It|He|She|We|I|You|And|But|As|So|Also|Someone|Others|One|That|This|Er|Sie|Es|Man|Wir|Und|Auch|Das|Der|Die|Wie)\\b)';
const name = `${nobody}\\p{Lu}[\\p{L}.'’-]*`;
const speaks = new RegExp(
  `(?<![\\p{L}])${name}\\s+(?:\\p{L}+\\s+){0,2}` +
    '(?:says?|said|adds?|added|argues?|argued|concludes?|concluded|writes?|wrote|explain(?:s|ed)|states?|puts? it|notes?|noted|sagte?|schreibt|schrieb|meinte?|erklärte?)\\b',
  'u',
);
const speaksBefore = new RegExp(
  `\\b(?:[Aa]ccording to|[Ii]n the words of|[Qq]uoting|[Ll]aut)\\s+${name}`,
  'u',
);

/** True for a sentence that says who speaks: `As Ada Berg wrote:`. */
function namesSpeaker(prose: string): boolean {
  const sentence = prose.slice(-longestName);
  return speaks.test(sentence) || speaksBefore.test(sentence);
}

/** True for a line that is only a link: the author, below the quote. */
function isLinkAlone({ block, prose, links }: PostBlock): boolean {
  const [link, ...others] = links;
  if (link === undefined || others.length > 0 || link.kind === 'image') return false;
  const end = block.words.start + prose.trimEnd().length;
  return link.start === block.words.start && end - link.end <= 3;
}

/** Words that begin a note by the writer. */
const aside =
  /^[\s*_]*(?:(?:side )?note|update|edit|tl;?dr|warning|tip|example|caveat|disclaimer|disclosure|addendum|correction|spoiler|fyi|btw|by the way|p\.?s|hinweis|nachtrag|achtung|anmerkung|korrektur|ergänzung|exkurs|übrigens|nebenbei)\b/i;
/** `**Takeaway:**` and `Question:`, before what the writer says. */
const labelled =
  /^\s*(?:(\*\*|__|\*|_)[^\n*_]{1,40}?(?::\s*\1|\1\s*[:–—-])|\p{Lu}\p{Ll}{1,20}:\s)/u;
/** Signs that come before a note, and words addressed only to readers. */
const sign = /^\s*(?:\p{Extended_Pictographic}|[→⇒☞])/u;
const toReaders =
  /\b(?:join us|see you|stay tuned|our next|sign up|thanks to|bis zum nächsten|wir treffen uns)\b/i;

/**
 * True for a writer's own note in the form of a quote. If it contains a link, it also names a page,
 * and may be either.
 */
function isAside({ blocks }: QuoteInPost): boolean {
  const prose = blocks[0]?.prose ?? '';
  if (aside.test(prose) || labelled.test(prose) || sign.test(prose)) return true;
  const whole = blocks.map((each) => each.prose.trim()).join(' ');
  if (/^[([][\s\S]*[)\]]$/.test(whole) || toReaders.test(whole)) return true;
  return blocks.some(({ links }) => links.some(({ kind }) => kind !== 'image'));
}

const quotationMark = /^[\s*_]*["“”„«»‘‚「]/u;
/** `One of my favourite quotes:`, `The report says:` */
const introduces =
  /\b(?:quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|says?|said|sa(?:y|id) that|writes?|wrote|put it|asked|answered|replied|explain(?:s|ed)|according to|zitat\w*|zitiert\w*|sagt\w*|schrieb\w*|schreibt|meint\w*|heißt es)\b[^.!?]*[:,]?\s*$|\b(?:docs?|documentation|manual|readme|paper|abstract|article|announcement|blog post|doku|handbuch|artikel)\b[^.!?]{0,40}:\s*$/iu;

/** True if a quote looks like the words of somebody else. */
const looksQuoted = ({ blocks }: QuoteInPost, before: PostBlock | undefined): boolean => {
  const prose = blocks[0]?.prose ?? '';
  return (
    quotationMark.test(prose) ||
    (before !== undefined && introduces.test(before.prose) && !isQuestion({ blocks }))
  );
};

/** A question that its writer asks, or answers. */
const isQuestion = ({ blocks }: Pick<QuoteInPost, 'blocks'>): boolean =>
  blocks.length === 1 && /\?[*_\s]*$/.test(blocks[0]?.prose ?? '');

/** True for an introduction such as `And further:` */
const goesOn = (prose: string): boolean =>
  prose.length <= 80 &&
  /^\s*(?:\p{L}+\s+(?:continues?|goes on)|and|further|later|also|again|then|below|next|und|weiter|später|auch|außerdem|ferner|dann)\b/iu.test(
    prose,
  );

/**
 * Finds a quote without a source that readers can find: none at its end, and no link right before
 * it.
 */
export const quoteSource: Check = {
  id: 'quote-source',
  *find({ blocks, readable, lineStarts }, { items = [] }) {
    const quotes = quotesOf(blocks);
    /** Kinds of clips with others' words, not the writer's own. */
    const captured = new Set(
      items.flatMap(({ item, firstLine }) =>
        item.kind === 'quote' ? [lineStarts[firstLine]] : [],
      ),
    );
    const mayBeAside = ({ blocks: [first] }: QuoteInPost) => !captured.has(first?.block.lineStart);
    const shown = (at: number, step: 1 | -1): number => {
      let beside = at + step;
      while (blocks[beside]?.isComment) beside += step;
      return beside;
    };
    const hasOwn = quotes.map((quote) => {
      if (namesItsSource(quote, readable)) return true;
      if (mayBeAside(quote) && isAside(quote)) return true;
      const before = blocks[shown(quote.first, -1)];
      const isLinking = before?.links.some(
        ({ kind, aroundPicture }) => kind !== 'image' || aroundPicture,
      );
      if (before && (isLinking || before.hasReference)) {
        // The source of another quote right above belongs only to that quote.
        return outerQuote(before.block) === undefined;
      }
      if (before && namesSpeaker(before.prose)) return true;
      const after = blocks[shown(quote.first + quote.blocks.length - 1, 1)];
      if (after && isLinkAlone(after)) return true;
      // `Read more on [their site](…)`
      if (after?.links.length === 1 && /^\s*(?:read|more|mehr|weiter)\b/i.test(after.prose))
        return true;
      return /^\s*(?:--|[–—]|\((?:via|from|source|see|quelle|aus)\b)/i.test(after?.prose ?? '');
    });
    const endOf = ({ first, blocks: own }: QuoteInPost) => first + own.length;
    /**
     * The halves of a quote have at most one sentence between them, and one names the source for
     * both.
     */
    const belong = (one: QuoteInPost, next: QuoteInPost | undefined) => {
      if (next === undefined) return false;
      const between = blocks.slice(endOf(one), next.first).filter((each) => !each.isComment);
      return (
        between.length <= 1 &&
        between.every(({ prose, links }) => links.length === 0 && goesOn(prose))
      );
    };
    const isNamed = [...hasOwn];
    quotes.forEach((quote, at) => {
      const previous = quotes[at - 1];
      if (previous && isNamed[at - 1] && belong(previous, quote)) isNamed[at] = true;
    });
    for (let at = quotes.length - 2; at >= 0; at--) {
      const quote = quotes[at];
      if (quote && isNamed[at + 1] && belong(quote, quotes[at + 1])) isNamed[at] = true;
    }
    // In a file, much that has the form of a quote is set off and no more: what is told of has to look like a quote,
    // or stand among others that say where they are from.
    const cited = quotes.filter((quote, at) => hasOwn[at] && !isAside(quote)).length;
    const quotesOthers = cited > 0 && cited * 2 >= quotes.length;
    const isOthers = (quote: QuoteInPost) =>
      !mayBeAside(quote) ||
      looksQuoted(quote, blocks[shown(quote.first, -1)]) ||
      (quotesOthers && !isQuestion(quote));
    for (const [at, quote] of quotes.entries()) {
      const start = quote.blocks[0]?.block.lineStart ?? 0;
      if (
        isNamed[at] ||
        !isOthers(quote) ||
        !/\p{L}/u.test(readable.slice(start, start + longestName))
      )
        continue;
      yield {
        start,
        end: quote.blocks.at(-1)?.block.end ?? start,
        message: { key: 'check_quote_source', values: [] },
      };
    }
  },
};
