import { readFileSync } from 'node:fs';
import { Parser } from 'commonmark';
import type { Reply } from '../../support/browsers/site.ts';
import type { Details } from '../steps/details.ts';

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A page of our own. */
export const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>${head}</head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;

const jsonLd = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`;

/** A typical person's page: their name, and nothing about their work that a program could read. */
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

/** Returns pages of the speakers. */
export const profiles = ({ speakers }: Pick<Details, 'speakers'>): Record<string, Reply> =>
  Object.fromEntries(speakers.map(({ name, url }) => [url, profile(name)]));

/** Returns the page of an event, with the usual data for programs. */
export function eventPage({ event, venue }: Details): Record<string, Reply> {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.name,
    url: event.url,
    startDate: `${event.startsAt}:00+02:00`,
    location: { '@type': 'Place', name: venue.name, url: venue.url },
  };
  return { [event.url]: page(event.name, '', jsonLd(data)) };
}

/** Returns pages that have only a title, by their addresses. */
export const called = (titles: Record<string, string>): Record<string, Reply> =>
  Object.fromEntries(
    Object.entries(titles).map(([url, title]) => [url, page(title, '<p>Welcome.</p>')]),
  );

/** Reads a post of ours, beside this file. */
export const readPost = (name: string) =>
  readFileSync(new URL(`${name}.md`, import.meta.url), 'utf8');

/**
 * Returns a page for each link of a post, so that its address can be copied there; `pages` take
 * precedence.
 */
export function withLinkedPages(post: string, pages: Record<string, Reply>): Record<string, Reply> {
  const linked: Record<string, Reply> = {};
  const walker = new Parser().parse(post.replace(/^(?:<!--|-->)$/gm, '')).walker();
  for (let step = walker.next(); step; step = walker.next()) {
    const { node, entering } = step;
    if (!entering || node.type !== 'link' || !node.destination) continue;
    linked[new URL(node.destination).href] ??= page(
      node.firstChild?.literal ?? 'A page',
      '<p>Welcome.</p>',
    );
  }
  const known = Object.entries(pages).map(([url, reply]) => [new URL(url).href, reply]);
  return { ...linked, ...Object.fromEntries(known) };
}
