import type { PageInfo } from '../../core/source/source.ts';
import type { SiteAdapter, SitePage } from '../../page/adapters/adapter.ts';
import {
  codeAddressOf,
  codePlace,
  fileAtCommit,
  fileLabel,
  numberedUrl,
} from '../../page/adapters/code/code-place.ts';
import { type CommentForm, firstComment } from '../../page/adapters/code/comment.ts';
import { addressOf, attributeAt, textAt } from '../../page/adapters/page-text.ts';
import { queryAll } from '../../page/safe-dom.ts';
import { codeLabel } from '../code-address.ts';
import { site } from './address.ts';

/* Checked against the templates at go-gitea/gitea, from which Forgejo's come
   (`repo/view_file.tmpl`, `repo/issue/view_content.tmpl`): times were `span.time-since` before
   they became `relative-time`. */
const comments: CommentForm = {
  fragment: /^(?:issuecomment|issue)-\d+$/,
  first: /^issue-\d+$/,
  times: 'relative-time[datetime], .time-since[title]',
  authors: ['.comment-header .author', '.comment-header-left .author', 'a.author', '.author'],
};

function commit(page: SitePage) {
  for (const link of queryAll(page.doc, 'a[href*="/src/commit/"]')) {
    const found = fileAtCommit(page, addressOf(link));
    if (found) return found;
  }
  return undefined;
}

/** `#4 - Rings leak - tide/pool - Codeberg.org` or `Rings leak · Issue #4 …` → `Rings leak`. */
function titleOf(title: string, repository: string): string {
  const at = title.toLowerCase().lastIndexOf(` - ${repository.toLowerCase()}`);
  return title.slice(0, at > 0 ? at : undefined).replace(/^#\d+\s+-\s+/, '');
}

function read(page: SitePage): Partial<PageInfo> {
  const { doc, info } = page;
  const code = codeAddressOf(page);
  if (!code) return {};
  switch (code.kind) {
    case 'repository': {
      const said = textAt(
        doc,
        '#repo-desc .description',
        '.repo-description .description',
        '#repo-desc',
      );
      const none = /^(?:no description|keine beschreibung)$/i.test(said);
      return { cleanTitle: code.repository, description: none ? '' : said || info.description };
    }
    case 'file':
      return { cleanTitle: fileLabel(page, code, { commit }), description: '' };
    case 'release':
      return {
        cleanTitle: codeLabel(code),
        author: textAt(doc, '.release-entry .author', '#release-list .author'),
        published: attributeAt(
          doc,
          'datetime',
          '.release-entry relative-time',
          '#release-list relative-time',
        ),
      };
    case 'issue':
    case 'pull': {
      const { author = '', published = '' } = firstComment(doc, comments) ?? {};
      const title = titleOf(info.title, code.repository);
      const cleanTitle = `${title} · ${codeLabel({ ...code, comment: '' })}`;
      return { canonicalUrl: numberedUrl(page.url), cleanTitle, author, published };
    }
    default:
      return {};
  }
}

export const adapter: readonly SiteAdapter[] = site.map((each) => ({
  site: each,
  version: 2,
  read,
  place: (page, selected) => codePlace(page, selected, { comments, commit }),
}));
