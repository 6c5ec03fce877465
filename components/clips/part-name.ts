import { type MessageKey, t } from '../../lib/client/i18n.ts';
import type { Part } from '../../lib/core/post/item.ts';
import { talksOf } from '../../lib/core/post/talks.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { talkName } from '../wrap-up/talk-name.ts';

const names: Readonly<Record<string, MessageKey>> = {
  heading: 'part_heading',
  intro: 'part_intro',
  recording: 'part_recording',
  thanks: 'part_thanks',
  footer: 'part_footer',
  before: 'part_before',
  after: 'part_after',
  body: 'part_body',
};

/** True for Wrapup's own parts, which have translated names. */
export const isShippedPart = (part: string): boolean =>
  part === 'talk' || Object.hasOwn(names, part);

/** Returns the name of a part in a style, which is about no particular talk. */
export const styledPartName = (part: string): string =>
  part === 'talk' ? t('style_part_talk') : partName({ part }, undefined);

/**
 * Returns the name of a part of the template; a part of one of several talks is named by the talk's
 * title.
 */
export function partName(
  { part, talkId }: Pick<Part, 'part' | 'talkId'>,
  wrapUp: WrapUp | undefined,
): string {
  if (part === 'talk') {
    const talks = wrapUp ? talksOf(wrapUp) : [];
    const at = talks.findIndex(({ id }) => id === talkId);
    const talk = talks[at];
    return t('part_talk', talk ? talkName(talk, at) : '…');
  }
  const name = Object.hasOwn(names, part) ? names[part] : undefined;
  return name ? t(name) : part;
}
