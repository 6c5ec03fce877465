import type { Site } from '../../../core/address/site.ts';
import { codeLabel } from '../../../sites/code-address.ts';
import type { SiteAdapter } from '../adapter.ts';
import { textAt } from '../page-text.ts';
import { codeAddressOf, codePlace, numberedUrl } from './code-place.ts';
import type { CommentForm } from './comment.ts';

interface PlainHost {
  siteName: string;
  comments: CommentForm;
  /** Selectors of the repository's description. */
  descriptions: string[];
  /** What is around an issue's title. */
  title: RegExp;
}

/** Makes an adapter for hosts whose pages say little more than their address. */
export function plainHost(
  site: Site,
  { siteName, comments, descriptions, title }: PlainHost,
): SiteAdapter {
  return {
    site,
    version: 2,
    read(page) {
      const code = codeAddressOf(page);
      if (!code) return { siteName };
      if (code.kind === 'repository') {
        const description = textAt(page.doc, ...descriptions) || page.info.description;
        return { siteName, cleanTitle: code.repository, description };
      }
      if (code.kind === 'issue' || code.kind === 'pull') {
        const label = codeLabel({ ...code, comment: '' });
        const cleanTitle = `${page.info.title.replace(title, '')} · ${label}`;
        return { siteName, canonicalUrl: numberedUrl(page.url), cleanTitle };
      }
      return {
        siteName,
        cleanTitle: codeLabel(code.kind === 'file' ? { ...code, lines: null } : code),
      };
    },
    place: (page, selected) => codePlace(page, selected, { comments }),
  };
}
