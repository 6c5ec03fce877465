import { Parser } from 'commonmark';
import type { WrapUp } from '../../../lib/core/post/wrap-up.ts';
import type { Reply } from '../../support/browsers/site.ts';

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A page of our own. */
export const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>${head}</head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;

/** The page of a person, as most say it: their name, and nothing a program could read of what they do. */
export const profile = (name: string) =>
  page(
    name,
    '',
    `<script type="application/ld+json">${JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'ProfilePage',
      mainEntity: { '@type': 'Person', name },
    })}</script>`,
  );

/** Pages of those who spoke. */
export const profiles = ({ speakers }: WrapUp): Record<string, Reply> =>
  Object.fromEntries(speakers.map(({ name, url }) => [url, profile(name)]));

/** A page behind each link of a post, so that its address can be copied there; `pages` come first. */
export function withLinkedPages(post: string, pages: Record<string, Reply>): Record<string, Reply> {
  const linked: Record<string, Reply> = {};
  const walker = new Parser().parse(post.replace(/^(?:<!--|-->)$/gm, '')).walker();
  for (let step = walker.next(); step; step = walker.next()) {
    const { node, entering } = step;
    if (!entering || node.type !== 'link' || !node.destination) continue;
    linked[new URL(node.destination).href] = page(
      node.firstChild?.literal ?? 'A page',
      '<p>Welcome.</p>',
    );
  }
  const known = Object.entries(pages).map(([url, reply]) => [new URL(url).href, reply]);
  return { ...linked, ...Object.fromEntries(known) };
}
