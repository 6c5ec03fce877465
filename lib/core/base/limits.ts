/**
 * The longest values that are stored, in UTF-16 code units unless noted otherwise. They limit what
 * a hostile page can make us store; each is far above what an honest page needs.
 */
export const limits = {
  title: 1_000,
  slug: 200,
  label: 1_000,
  url: 16_384,
  tag: 200,
  tags: 100,
  note: 200_000,
  /** For an opened post. */
  frontMatter: 2_100_000,
  quoteText: 2_000_000,
  quoteMarkdown: 6_000_000,
  quoteHtml: 12_000_000,
  description: 2_000,
  selectorText: 2_000_000,
  selectorContext: 64,
  speakers: 100,
  talks: 50,
  partName: 100,
  /** For one page. */
  events: 50,
  template: 100_000,
  frontMatterFields: 100,
  /** Depth of nested maps in a front matter. */
  fieldDepth: 8,
  /** For one style. */
  parts: 50,
  shortcodes: 500,
  /** Texts of one field that are on their way to be written. */
  sentTexts: 50,
  /** The largest position in a recording; live streams count from 1970, some in milliseconds. */
  seconds: 10_000_000_000_000,
  /** For one wrap-up, besides its pictures. */
  files: 50,
  /** Bytes of one picture or other file. */
  assetBytes: 32 * 1024 * 1024,
  /** Bytes of a PDF that is read; none of them are stored. */
  pdfBytes: 200 * 1024 * 1024,
} as const;

/** Cuts `text` to at most `max` code units, never inside a surrogate pair. */
export function clampText(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? max - 1 : max);
}
