import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';

/** Returns code that MDX finds in a text, without comments. Throws if it can't be built. */
export function codeInMdx(markdown: string): string[] {
  const document = parse({ extensions: [gfm(), mdxjs()] }).document();
  const events = postprocess(document.write(preprocess()(markdown, undefined, true)));
  const kinds = /^(?:mdxjsEsm|mdx(?:Flow|Text)Expression|mdxJsx(?:Flow|Text)Tag)$/;
  return events.flatMap(([step, { type, start, end }]) => {
    const text = markdown.slice(start.offset, end.offset);
    const isCode =
      step === 'enter' && kinds.test(type) && !/^\{\s*\/\*[\s\S]*\*\/\s*\}$/.test(text);
    return isCode ? [text] : [];
  });
}
