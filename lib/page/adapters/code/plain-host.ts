import type { Site } from '../../../core/site.ts';
import { codeLabel } from '../../../sites/code-address.ts';
import * as sites from '../../../sites/registry/addresses/sites-code.ts';
import type { SiteAdapter } from '../adapter.ts';
import { textAt } from '../page-text.ts';
import { codeAddressOf, codePlace, numberedUrl } from './code-place.ts';
import type { CommentForm } from './comment.ts';

interface PlainHost {
  siteName: string;
  comments: CommentForm;
  /** Where the page says what the repository is. */
  descriptions: string[];
  /** What stands around an issue's title. */
  title: RegExp;
}

/** Hosts whose pages say little that their address does not say. */
function plainHost(
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

/** Not checked: its pages are made by scripts that are not public. */
export const bitbucket = plainHost(sites.bitbucket, {
  siteName: 'Bitbucket',
  comments: {
    fragment: /^comment-\d+$/,
    first: /^$/,
    authors: ['[data-testid="comment-author"]', '[data-testid*="author"]', '.user-name'],
  },
  descriptions: ['[data-testid="repo-description"]', '[data-qa="repo-description"]'],
  title: /\s*[—|·-]\s*(?:.*[—|·-]\s*)?Bitbucket.*$|^.*?\/\s*(?:pull request )?#\d+:?\s*/gi,
});

/*
 * Checked against the templates at sourcehut-mirrors/git.sr.ht (`blob.html`, `summary.html`). A file's page
 * names its commit by eight letters only, so that lines keep the branch.
 */
export const sourcehut = plainHost(sites.sourcehut, {
  siteName: 'sourcehut',
  comments: {
    fragment: /^(?:event|comment)-\d+$/,
    first: /^$/,
    authors: ['h4 a[href*="/~"]', 'a[href*="/~"]'],
    times: 'span[title]',
  },
  descriptions: [
    '.header-extension blockquote',
    '.header-extension .col-md-6',
    '.header-extension .container',
  ],
  title: /^\S+?[/:]\s*#\d+:\s*|\s*[—-]\s*sourcehut.*$/gi,
});
