import type { Failure } from '../core/base/errors.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { Item } from '../core/post/item.ts';
import type { Profile } from '../core/post/profile.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { scanBlocks } from './blocks/scan.ts';
import { makeHugoSafe } from './hugo-safe.ts';
import { defaultTemplate } from './template/default-template.ts';
import { renderTemplate } from './template/render-template.ts';
import { createTemplateData } from './template/template-data.ts';
import { wrapMarkdown } from './wrap.ts';

/**
 * The post without its front matter, safe for Hugo, ending in a line end; '' where there is nothing
 * to say. Fails with `template-broken` where the profile's own template does.
 */
export function renderBody(
  wrapUp: WrapUp,
  items: readonly Item[],
  profile: Profile,
): Result<string, Failure> {
  const template = profile.template.trim() === '' ? defaultTemplate : profile.template;
  const data = createTemplateData(wrapUp, items, profile);
  // Once as a whole, once one by one: so much may be put out whatever the template adds.
  const rendered = renderTemplate(template, data, 2 * data.items.source.length);
  if (!rendered.ok) return rendered;
  const { text, verbatim } = rendered.value;
  const prose = wrapMarkdown(collapseBlankLines(text), profile.columns.prose);
  const body = makeHugoSafe(putVerbatim(prose, verbatim)).toWellFormed();
  return ok(body === '' ? '' : `${body}\n`);
}

/** Missing parts leave blank lines behind; code keeps its own. */
function collapseBlankLines(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const inLeaf = new Set<number>();
  for (const { firstLine, starts } of scanBlocks(lines)) {
    starts.forEach((_, i) => void inLeaf.add(firstLine + i));
  }
  const kept = lines.filter((line, i) => {
    const blank = line.trim() === '' && !inLeaf.has(i);
    return !blank || (i > 0 && (lines[i - 1]?.trim() !== '' || inLeaf.has(i - 1)));
  });
  return kept.join('\n').trim();
}

/** Further lines of what comes in a block quote or list item get what stands before its first. */
function putVerbatim(text: string, verbatim: readonly string[]): string {
  return text
    .split('\n')
    .map((line) =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is the placeholder's mark
      line.replace(/\u0000(\d+)\u0000/g, (_, index: string, at: number) => {
        const before = line.slice(0, at);
        const hanging = /^[\s>]*(?:[*+-] +|\d+[.)] +)?$/.test(before)
          ? before.replace(/[^\s>]/g, ' ')
          : '';
        return (verbatim[Number(index)] ?? '').replace(/\n/g, `\n${hanging}`);
      }),
    )
    .join('\n');
}
