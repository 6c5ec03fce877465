import { isCommit } from '../../../core/code/place.ts';
import { codeLabel, parseCodeAddress } from '../../../core/code-address.ts';
import { gitlabElsewhere as elsewhere, gitlab as gitlabSite } from '../../../core/sites/code.ts';
import type { PageInfo } from '../../../core/source.ts';
import { queryAll } from '../../safe-dom.ts';
import type { SiteAdapter, SitePage } from '../adapter.ts';
import { addressOf, attributeAt, textAt } from '../page-text.ts';
import { codeAddressOf, codePlace } from './code-place.ts';
import type { CommentForm } from './comment.ts';

const comments: CommentForm = {
  fragment: /^note_\d+$/,
  first: /^$/,
  authors: [
    '.note-header-author-name',
    '.author-name-link',
    '[data-testid="author-name"]',
    'a.author-link',
  ],
};

function commit({ doc }: SitePage) {
  const links =
    'a.js-data-file-blob-permalink-url, a[data-testid="permalink"], a[data-hotkey~="y"]';
  for (const link of queryAll(doc, links)) {
    const place = parseCodeAddress(addressOf(link));
    if (place?.kind === 'file' && isCommit(place.ref))
      return { commit: place.ref, path: place.path };
  }
  return undefined;
}

/** `Rings leak (#4) · Issues · Tide / pool · GitLab` → `Rings leak`. */
const titleOf = (title: string): string => title.replace(/\s*\([#!]\d+\)\s*·.*$/s, '');

function read(page: SitePage): Partial<PageInfo> {
  const { doc, info } = page;
  const code = codeAddressOf(page);
  if (!code) return {};
  switch (code.kind) {
    case 'repository': {
      const description = textAt(
        doc,
        '.home-panel-description-markdown',
        '[data-testid="project-description"]',
      );
      const said = /^GitLab(?:\.com| Community Edition)?$/.test(info.description)
        ? ''
        : info.description;
      return { cleanTitle: code.repository, description: description || said };
    }
    case 'file':
      return { cleanTitle: codeLabel({ ...code, lines: null }), description: '' };
    case 'release':
      return {
        cleanTitle: codeLabel(code),
        author: textAt(doc, '[data-testid="release-block"] .user-avatar-link', '.js-user-link'),
        published: attributeAt(doc, 'datetime', '.release-block time', 'time'),
      };
    case 'issue':
    case 'pull': {
      const opened = [
        '.detail-page-header .author-link',
        '[data-testid="work-item-author"]',
        '.issuable-meta .author',
      ];
      return {
        cleanTitle: `${titleOf(info.title)} · ${codeLabel({ ...code, comment: '' })}`,
        author: textAt(doc, ...opened),
        published: attributeAt(
          doc,
          'datetime',
          '.detail-page-header time',
          '[data-testid="work-item-created"] time',
          '.issuable-meta time',
        ),
      };
    }
    default:
      return {};
  }
}

function adapter(site: typeof gitlabSite): SiteAdapter {
  return {
    site,
    version: 1,
    read,
    place(page, selected) {
      const place = codePlace(page, selected, { comments, commit });
      if (place?.author !== '' || place.kind === 'comment') return place;
      return { ...place, author: page.info.author, published: page.info.published };
    },
  };
}

export const gitlab = adapter(gitlabSite);
export const gitlabElsewhere = adapter(elsewhere);
