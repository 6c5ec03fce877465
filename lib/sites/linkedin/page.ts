import { lineOf } from '../../page/adapters/page-text.ts';
import { profileAdapter } from '../../page/adapters/people/profile-page.ts';
import { queryAll } from '../../page/safe-dom.ts';
import { site } from './address.ts';

/** The card at the top of a member's page, in the layouts of 2025 and 2026. */
const cards = ['[componentkey*="topcard" i]', '[data-view-name="profile-top-card"]'];

/** Degrees of acquaintance and pronouns, which are in separate lines beside the name. */
const besideName =
  /^(?:[·•].*|\d+(?:st|nd|rd|th|\.|e|er|º)?\+?(?:\s.{0,30})?|\p{L}{2,6}(?:\/\p{L}{2,6})+)$/u;

/** Returns the first meaningful line of the card, whose classes change with each build. */
function headlineInCard(doc: Document, name: string): string {
  const lines = queryAll(doc, cards.map((card) => `${card} p`).join(', '))
    .slice(0, 30)
    .map((element) => lineOf(element));
  return lines.find((line) => line !== '' && line !== name && !besideName.test(line)) ?? '';
}

/**
 * Signed in, LinkedIn shows one of two applications, depending on an experiment that the member is
 * in: the older one with `h1.text-heading-xlarge` and `.text-body-medium.break-words`, or one whose
 * card has a `componentkey` that names it, the name in an `h2` and the rest in `p`s without stable
 * classes. Signed out, it is a page with JSON-LD and `top-card-layout__*`, where text for members
 * only consists of asterisks.
 *
 * Checked in November 2026 against public code that reads these pages: the selectors are those that
 * several projects, changed in 2025 and 2026, agree on. The pages themselves were not checked.
 */
export const adapter = profileAdapter(site, {
  siteName: 'LinkedIn',
  names: [
    'main h1.text-heading-xlarge',
    'h1.top-card-layout__title',
    ...cards.flatMap((card) => [`${card} h1`, `${card} h2`]),
    'main h1',
  ],
  headlines: ['main .text-body-medium.break-words', 'h2.top-card-layout__headline'],
  headline: headlineInCard,
  titled: true,
});
