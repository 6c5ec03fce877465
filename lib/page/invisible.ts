/** No earlier character is invisible; most texts have no later one. */
const late = /[\u00ad-\uffff]/;
/** Characters without a visible form. */
const invisible =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
/** Soft hyphens, word joiners, byte order marks: they have no meaning in another text. */
const meaningless = /[\u00ad\u180e\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb]/gu;
const zeroWidthSpace = /\u200b/gu;
/** Scripts without spaces, in which it separates words. */
const unspaced =
  /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]$/u;
const joiner = /[\u200c\u200d]/gu;
/** Letters that look different beside a joiner. */
const joining =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Mandaic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]$/u;
const emojiPart = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;
/** A flag of a part of a country: `🏴` with invisible letters. */
const tags = /(\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const opening = /[\u202a\u202b\u202d\u202e]/;
const isolating = /[\u2066-\u2068]/;
const endOfEmbedding = '\u202c';
const endOfIsolate = '\u2069';

/** Returns the whole character before a position in a text. */
const before = (text: string, at: number): string => {
  const low = text.charCodeAt(at - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff;
  return text.slice(Math.max(at - (isPair ? 2 : 1), 0), at);
};
const after = (text: string, at: number): string =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 32) : '';

function meansSomething(mark: string, left: string, right: string): boolean {
  if (joining.test(left)) return right === '' || /\p{L}|\p{M}/u.test(right) || mark === '\u200d';
  return mark === '\u200d' && emojiPart.test(left) && /\p{Extended_Pictographic}/u.test(right);
}

/** Balances direction marks: open ones are closed, and unopened ends are removed. */
function closed(text: string): string {
  const open: string[] = [];
  const kept = text.replace(directions, (mark) => {
    if (opening.test(mark)) open.push(endOfEmbedding);
    else if (isolating.test(mark)) open.push(endOfIsolate);
    else if (mark === endOfEmbedding || mark === endOfIsolate) {
      if (open.at(-1) !== mark) return '';
      open.pop();
    }
    return mark;
  });
  return kept + open.reverse().join('');
}

/**
 * Returns the text without invisible characters that have no meaning in it: soft hyphens,
 * zero-width spaces, direction marks in text that runs only from left to right. Characters that
 * join an emoji, or separate the letters of Persian or the words of Khmer, stay; direction marks in
 * Hebrew or Arabic are closed, so that they do not affect what comes after.
 */
export function withoutInvisible(text: string): string {
  if (!late.test(text) || !invisible.test(text)) return text;
  const plain = text
    .replace(meaningless, '')
    .replace(tags, '$1')
    .replace(zeroWidthSpace, (mark, at: number, all: string) =>
      unspaced.test(before(all, at)) && unspaced.test(after(all, at + 1)) ? mark : '',
    )
    .replace(joiner, (mark, at: number, all: string) =>
      meansSomething(mark, before(all, at), after(all, at + 1)) ? mark : '',
    );
  return rightToLeft.test(plain) ? closed(plain) : plain.replace(directions, '');
}
