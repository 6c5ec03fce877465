import type { SiteAdapter } from '../../page/adapters/adapter.ts';
import { attributeAt, linkAt, textAt, withId } from '../../page/adapters/page-text.ts';
import { attribute, closest, query } from '../../page/safe-dom.ts';
import { site } from './address.ts';

/** Members used to be at `/u/`, and are now at `/~`. The first link may contain only a picture. */
const members = '.byline a[href^="/~"], .byline a[href^="/u/"]';
const times = ['.byline time[datetime]', '.byline span[title]'];

const dateIn = (box: Element) =>
  attributeAt(box, 'datetime', times[0] ?? '') || attributeAt(box, 'title', times[1] ?? '');

/**
 * Checked against lobsters/lobsters (`comments/_comment.html.erb`, `stories/_listdetail.html.erb`).
 * Comments have their own address, `/c/ID`; in old pages only a fragment of the story's.
 */
export const adapter: SiteAdapter = {
  site,
  version: 1,
  read({ doc, info }) {
    const story = query(doc, '.story, li.story, #story_holder');
    return {
      siteName: 'Lobsters',
      cleanTitle: textAt(doc, '.story a.u-url', '.story .link a') || info.cleanTitle,
      author: story ? textAt(story, members) : '',
      published: story ? dateIn(story) : '',
    };
  },
  place({ doc, url, info }, selected) {
    const named = withId(doc, url.hash.slice(1)) ?? undefined;
    const box = closest(selected?.first ?? named ?? doc.documentElement, '.comment[data-shortid]');
    const id = box ? attribute(box, 'data-shortid') : '';
    if (!box || !/^\w{1,20}$/.test(id)) {
      const { author, published, canonicalUrl, cleanTitle } = info;
      const isStory = url.pathname.startsWith('/s/');
      return isStory
        ? { kind: 'post', url: canonicalUrl, author, published, number: null, label: cleanTitle }
        : undefined;
    }
    return {
      kind: 'comment',
      url: linkAt(box, `.byline a[href$="/c/${id}"]`) || `https://lobste.rs/c/${id}`,
      author: textAt(box, members),
      published: dateIn(box),
      number: null,
      label: '',
    };
  },
};
