import { HtmlRenderer, Parser } from 'commonmark';
import type { Item } from '../../lib/core/post/item.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { Reply } from './browsers/site.ts';
import type { Place } from './note-taker.ts';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const toHtml = (markdown: string) =>
  new HtmlRenderer().render(new Parser().parse(markdown.replace(/\n/g, ' ')));

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const frame = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>${head}</head><body>${body}</body></html>`;

const plainText = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim();

/** Makes a repository's page: its README between the file list and the side bar. */
const repository = (path: string, readme: string) =>
  frame(
    `GitHub - ${path}: An interoperability platform`,
    `<header><a href="/">Homepage</a></header><main><div id="repo-content"><table><tr><td><a href="/${path}/blob/main/README.md">README.md</a></td></tr></table>
     <article class="markdown-body entry-content" itemprop="text"><div class="markdown-heading"><h1 class="heading-element">Reva</h1><a class="anchor" href="#reva" aria-label="Permalink: Reva"><svg width="16" height="16"></svg></a></div>${readme}</article></div>
     <aside><h2>About</h2></aside></main>`,
    `<meta property="og:site_name" content="GitHub"><link rel="canonical" href="https://github.com/${path}">`,
  );

/** Makes a portal like a web application: late, and in a shadow root. */
const portal = (title: string, content: string) =>
  frame(
    title,
    `<sp-page></sp-page><script>
      setTimeout(() => {
        const root = document.querySelector('sp-page').attachShadow({ mode: 'open' });
        root.innerHTML = ${JSON.stringify(`<main><h2>Service</h2>${content}</main>`)};
        document.body.dataset.ready = 'yes';
      }, 50);
    </script>`,
  );

const docs = (title: string, content: string) =>
  frame(
    title,
    `<nav><ul><li><a href="/">Home</a></li></ul></nav><div role="main"><section id="intro"><h1>${escapeHtml(title)}<a class="headerlink" href="#intro">¶</a></h1>${content}</section></div>`,
  );

function eventPage({ event, venue }: WrapUp): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.name,
    url: event.url,
    startDate: `${event.startsAt}:00+01:00`,
    location: { '@type': 'Place', name: venue.name, url: venue.url },
  };
  return frame(
    event.name,
    `<main><h1>${escapeHtml(event.name)}</h1></main>`,
    `<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`,
  );
}

/**
 * Makes pages from which a post's quotes and links could have been clipped, using the post's own
 * words.
 */
export function seedPages(
  wrapUp: WrapUp,
  items: readonly Item[],
): { pages: Record<string, Reply>; find(item: Item): Place } {
  const pages: Record<string, Reply> = {
    'https://start.example/': frame('Start', '<h1>Start</h1>'),
    [wrapUp.event.url]: eventPage(wrapUp),
  };
  const places = new Map<Item, Place>();
  for (const item of items) {
    if (item.kind === 'quote') {
      const { url } = item.source;
      const words = toHtml(item.markdown);
      const { host, pathname } = new URL(url);
      if (host === 'github.com') pages[url] = repository(pathname.replace(/^\/|\/$/g, ''), words);
      else if (item.note.includes('service-portal') || url.includes('service-portal'))
        pages[url] = portal(item.attributionLabel, words);
      else pages[url] = docs(item.attributionLabel || host, words);
      places.set(item, { url, words: { from: plainText(words) } });
    } else if (item.kind === 'link') {
      if (/\.pdf$/.test(item.url)) {
        const list = new URL('./', item.url).href;
        pages[list] = docs(
          'Proceedings',
          `<ol><li><a id="paper" href="${escapeHtml(item.url)}">${escapeHtml(item.title)}</a></li></ol>`,
        );
        places.set(item, { url: list, link: '#paper' });
      } else {
        pages[item.url] = docs(item.title, '<p>Welcome.</p>');
        places.set(item, { url: item.url });
      }
    } else if (item.kind === 'image') {
      const src = new URL('landscape.png', item.linkUrl).href;
      pages[src] = { type: 'image/png', body: picture };
      pages[item.linkUrl] = frame(
        'Docs',
        `<main><img src="${src}" width="320" height="180" alt="${escapeHtml(item.alt)}"></main>`,
      );
      places.set(item, { url: item.linkUrl });
    }
  }
  return {
    pages,
    find(item) {
      const place = places.get(item);
      if (!place) throw new Error(`No page for a ${item.kind}`);
      return place;
    },
  };
}
