import type { SiteAdapter } from '../../page/adapters/adapter.ts';
import { lineOf, textAt } from '../../page/adapters/page-text.ts';
import { firstChild, isText, nextSibling, queryAll, textData } from '../../page/safe-dom.ts';
import { parsePaperAddress } from '../paper-address.ts';
import { site } from './address.ts';

/**
 * Returns the words of the element itself, not of its children; of the children only if it has
 * none.
 */
function ownText(element: Element): string {
  let text = '';
  for (let node = firstChild(element); node; node = nextSibling(node)) {
    if (isText(node)) text += `${textData(node)} `;
  }
  return text.trim() === '' ? lineOf(element) : text;
}

/** In the HTML edition a name is in one element with its marks (`1`, `∗`) and its institute. */
function authorNames(doc: Document): string[] {
  return queryAll(doc, '.ltx_authors .ltx_personname')
    .slice(0, 100)
    .flatMap((element) => {
      return ownText(element).split(/\s*(?:,|;|\band\b|&)\s*/);
    })
    .map((name) => name.replace(/[\d∗*†‡§¶]+$/u, '').trim())
    .filter((name) => /^\p{Lu}[\p{L}.'’-]*(?:\s[\p{L}.'’-]+)+$/u.test(name));
}

/**
 * The abstract page has everything in `citation_*`; the HTML edition (LaTeXML) has its title and
 * authors in the text. Both, and every version, are the same paper.
 */
export const adapter: SiteAdapter = {
  site,
  version: 1,
  read({ doc, url, info }) {
    const paper = parsePaperAddress(url.href);
    if (!paper) return { siteName: 'arXiv' };
    const title = textAt(doc, 'h1.ltx_title_document');
    return {
      siteName: 'arXiv',
      canonicalUrl: paper.abstractUrl,
      cleanTitle: title || info.cleanTitle.replace(/^\[[\w./-]+\]\s*/, ''),
      author: info.author || [...new Set(authorNames(doc))].join(', '),
      published: info.published || paper.published,
      description:
        textAt(doc, 'blockquote.abstract', '.ltx_abstract .ltx_p').replace(/^Abstract:\s*/, '') ||
        info.description,
    };
  },
};
