import type { PageInfo } from '../../core/source/source.ts';
import type { SiteAdapter, SitePage } from '../../page/adapters/adapter.ts';
import {
  codeAddressOf,
  codePlace,
  fileAtCommit,
  fileLabel,
  numberedUrl,
} from '../../page/adapters/code/code-place.ts';
import type { CommentForm } from '../../page/adapters/code/comment.ts';
import { addressOf, attributeAt, linkAt, textAt } from '../../page/adapters/page-text.ts';
import { attribute, queryAll } from '../../page/safe-dom.ts';
import { codeLabel } from '../code-address.ts';
import { site } from './address.ts';

/*
 * Checked against the sources at gitlabhq/gitlabhq (`notes/components/note_header.vue`,
 * `work_items/components/work_item_created_updated.vue`, `releases/components/release_block_footer.vue`,
 * `repository/components/header_area/permalink_dropdown_item.vue`) and, for the layouts before Vue, saved pages.
 */
const comments: CommentForm = {
  fragment: /^note_\d+$/,
  first: /^$/,
  opening: '[data-testid="work-item-description"], .detail-page-description, .description',
  authors: [
    '.note-header-author-name',
    '.author-name-link',
    '[data-testid="author-name"]',
    'a.author-link',
  ],
};

/** A link in the old file header; in the new one a menu entry that copies the address. */
const permalinks = 'a.js-data-file-blob-permalink-url, [data-testid="permalink"]';

function commit(page: SitePage) {
  for (const entry of queryAll(page.doc, permalinks)) {
    const copied = attributeAt(entry, 'data-clipboard-text', '[data-clipboard-text]');
    const address = attribute(entry, 'data-clipboard-text') || copied;
    const absolute = URL.parse(address, page.url.href)?.href ?? '';
    const found = fileAtCommit(page, addressOf(entry) || absolute);
    if (found) return found;
  }
  return undefined;
}

/** `Rings leak (#4) · Issues · Tide / pool · GitLab` → `Rings leak`. */
const titleOf = (title: string): string => title.replace(/\s*\([#!]\d+\)\s*·.*$/s, '');

/** The author of a release is a picture with a link; its address contains the name. */
function releaseAuthor(doc: Document): string {
  const profile = linkAt(
    doc,
    '.js-author-date-info a.user-avatar-link',
    '.release-block a.js-user-link',
  );
  return URL.parse(profile)?.pathname.split('/').filter(Boolean).at(-1) ?? '';
}

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
      return { cleanTitle: fileLabel(page, code, { commit }), description: '' };
    case 'release':
      return {
        cleanTitle: codeLabel(code),
        author: releaseAuthor(doc),
        published: attributeAt(doc, 'datetime', '.release-block time', 'time'),
      };
    case 'issue':
    case 'pull': {
      const opened = [
        '.detail-page-header .author-link',
        '[data-testid="work-item-created"] .js-user-link',
        '.issuable-meta .author',
      ];
      return {
        canonicalUrl: numberedUrl(page.url),
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

export const adapter: readonly SiteAdapter[] = site.map((each) => ({
  site: each,
  version: 2,
  read,
  place: (page, selected) => codePlace(page, selected, { comments, commit }),
}));
