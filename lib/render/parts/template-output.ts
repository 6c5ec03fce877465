import type { Failure } from '../../core/base/errors.ts';
import { ok, type Result } from '../../core/base/result.ts';
import type { Profile } from '../../core/post/profile.ts';
import type { WrapUp } from '../../core/post/wrap-up.ts';
import { collapseBlankLines } from '../blank-lines.ts';
import { dialectOf } from '../dialects/registry.ts';
import type { RenderedBlock } from '../items/render-item.ts';
import { AsTyped } from '../template/as-typed.ts';
import { type RenderedTemplate, renderTemplate } from '../template/render-template.ts';
import { templateParts } from '../template/shipped-parts.ts';
import { type BlocksOfPost, createTemplateData, knownTalks } from '../template/template-data.ts';
import { putVerbatim } from '../verbatim.ts';
import { wrapMarkdown } from '../wrap.ts';
import { cutAtItems } from './cut-at-items.ts';

/** The template's output for one of its parts. */
export interface PartOutput {
  part: string;
  /** Set for a part that comes once for each talk. */
  talkId?: string;
  side: 'leading' | 'closing';
  /** Wrapped, not yet safe for the generator; '' if there is nothing to say. */
  markdown: string;
  /**
   * The template's text between this part and the items, and between this part and the other if
   * there are no items.
   */
  gap?: { toItems: string; ofNone: string };
}

export interface TemplateOutput {
  /** In the template's order. */
  parts: PartOutput[];
  /** The whole post, if the template does not show where the items begin and end. */
  whole?: {
    /** Safe for the generator except for what is written as typed. */
    written: string;
  };
}

type BlocksInPost = Omit<BlocksOfPost, 'mark'>;

/**
 * Renders the parts of the profile's template from the details. A custom template is split in two
 * at its items; if that is impossible it is one part, `body`, which contains them.
 */
export function renderTemplateParts(
  wrapUp: WrapUp,
  blocks: BlocksInPost,
  profile: Profile,
): Result<TemplateOutput, Failure> {
  return profile.template.trim() === ''
    ? renderParts(wrapUp, blocks, profile)
    : renderOwn(wrapUp, blocks, profile);
}

/** Returns a template's text, wrapped; its marks are still in it. */
const proseOf = ({ text }: RenderedTemplate, { columns }: Profile): string =>
  wrapMarkdown(collapseBlankLines(text), columns.prose);

function renderParts(
  wrapUp: WrapUp,
  blocks: BlocksInPost,
  profile: Profile,
): Result<TemplateOutput, Failure> {
  const mark = ({ markdown }: RenderedBlock) => markdown;
  const data = createTemplateData(wrapUp, { ...blocks, mark }, profile);
  const talks = knownTalks(wrapUp, profile);
  const parts: PartOutput[] = [];
  for (const { part, template, side, forEachTalk } of templateParts(profile)) {
    const each = forEachTalk ? (talks.length > 1 ? talks : []) : [undefined];
    for (const talk of each) {
      const rendered = renderTemplate(template, { data: talk ? withTalk(data, talk.data) : data });
      if (!rendered.ok) return rendered;
      const filled = putVerbatim(proseOf(rendered.value, profile), rendered.value.verbatim);
      // A heading without words is left out.
      const markdown = /^#{1,6}$/.test(filled) ? '' : filled;
      parts.push({ part, ...(talk?.id === undefined ? {} : { talkId: talk.id }), side, markdown });
    }
  }
  return ok({ parts });
}

/** Returns the same data with a talk; lazy values stay lazy. */
function withTalk<T extends object>(data: T, talk: object): Record<string, unknown> {
  return Object.defineProperties({ talk }, Object.getOwnPropertyDescriptors(data));
}

function renderOwn(
  wrapUp: WrapUp,
  blocks: BlocksInPost,
  profile: Profile,
): Result<TemplateOutput, Failure> {
  const asTyped = new AsTyped();
  const data = createTemplateData(wrapUp, { ...blocks, mark: asTyped.mark }, profile);
  const { items } = data;
  const marked = renderTemplate(profile.template, { data, items, marksNone: true });
  if (!marked.ok) return marked;
  const prose = proseOf(marked.value, profile);
  const [place, ...more] = marked.value.itemsAt;
  const cut = place === undefined || more.length > 0 ? undefined : cutAtItems(prose, place);
  if (cut) {
    const { before, gapBefore, after, gapAfter, gapOfNone: ofNone } = cut;
    const put = (text: string) => putVerbatim(text, marked.value.verbatim);
    return ok({
      parts: [
        {
          part: 'before',
          side: 'leading',
          markdown: put(before),
          gap: { toItems: gapBefore, ofNone },
        },
        {
          part: 'after',
          side: 'closing',
          markdown: put(after),
          gap: { toItems: gapAfter, ofNone },
        },
      ],
    });
  }
  // The mark for missing items was a word in the prose.
  const rendered = items.source === '' ? renderTemplate(profile.template, { data, items }) : marked;
  if (!rendered.ok) return rendered;
  const body = putVerbatim(proseOf(rendered.value, profile), rendered.value.verbatim);
  const written = putVerbatim(
    dialectOf(profile).makeSafe(body),
    asTyped.texts,
    'typed',
  ).toWellFormed();
  return ok({ parts: [{ part: 'body', side: 'leading', markdown: body }], whole: { written } });
}
