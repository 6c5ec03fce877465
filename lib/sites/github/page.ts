import type { PageInfo } from '../../core/source/source.ts';
import type { SiteAdapter, SitePage } from '../../page/adapters/adapter.ts';
import {
  codeAddressOf,
  codePlace,
  fileLabel,
  numberedUrl,
} from '../../page/adapters/code/code-place.ts';
import { type CommentForm, firstComment } from '../../page/adapters/code/comment.ts';
import { attributeAt, linkAt, textAt } from '../../page/adapters/page-text.ts';
import { codeLabel } from '../code-address.ts';
import { site } from './address.ts';
import { githubCommit } from './commit.ts';
import { about, repositoryIn } from './repository.ts';

/* Checked against the selectors that refined-github/refined-github and kepano/defuddle use for the
   React issue pages (`issue-body-header-author`, `avatar-link`, `react-issue-comment`) and the
   classic ones (`a.author`, `TimelineItem`), and against saved pages for the classic file view's
   `js-permalink-shortcut`. */
const comments: CommentForm = {
  fragment:
    /^(?:issuecomment-|discussion_r|discussioncomment-|pullrequestreview-|issue-|discussion-)\d+$/,
  first: /^(?:issue|discussion)-\d+$/,
  opening: '[data-testid="issue-body"], .react-issue-body',
  authors: [
    'a.author',
    '.author',
    '[data-testid="issue-body-header-author"]',
    '[class*="AuthorLink"]',
    'a[data-testid="avatar-link"]',
    'a[data-hovercard-type="user"]',
  ],
};

/** The About text of a repository's sidebar, in its current and former layout. */
const abouts = [
  '[class*="SidebarAbout-module__description"]',
  '.Layout-sidebar .BorderGrid-cell p.f4',
  '.Layout-sidebar p.f4',
];

function read(page: SitePage): Partial<PageInfo> {
  const { doc, info } = page;
  const code = codeAddressOf(page);
  const found: Partial<PageInfo> = { siteName: 'GitHub' };
  switch (code?.kind) {
    case undefined:
      return found;
    case 'repository': {
      const repository = repositoryIn(code.repository, info.title);
      if (repository === undefined) return found;
      const shown = textAt(doc, ...abouts);
      const description = shown || about(info.description, repository);
      return { ...found, cleanTitle: repository, description };
    }
    case 'file':
      return {
        ...found,
        cleanTitle: fileLabel(page, code, { commit: githubCommit }),
        description: '',
      };
    case 'release': {
      const author = textAt(doc, '[data-view-component] a[data-hovercard-type="user"]', 'a.author');
      const published = attributeAt(doc, 'datetime', 'relative-time', 'local-time');
      return { ...found, cleanTitle: codeLabel(code), author, published };
    }
    case 'issue':
    case 'pull':
    case 'discussion': {
      const opened = firstComment(doc, comments);
      const title = info.cleanTitle.replace(/ by \S+(?= · Pull Request #\d)/, '');
      const label = codeLabel({ ...code, comment: '' });
      const cleanTitle = title.includes(`#${code.number}`) ? title : `${title} · ${label}`;
      const canonicalUrl = numberedUrl(page.url);
      const author = opened?.author || textAt(doc, '[data-testid="issue-body-header-author"]');
      const published =
        opened?.published ||
        attributeAt(doc, 'datetime', '[data-testid="issue-body"] relative-time');
      return { ...found, canonicalUrl, cleanTitle, author, published };
    }
    default:
      return found;
  }
}

export const adapter: SiteAdapter = {
  site,
  version: 2,
  read,
  place: (page, selected) => codePlace(page, selected, { comments, commit: githubCommit }),
  person({ doc, url }, found) {
    const member = /^\/([A-Za-z\d-]{1,39})\/?$/.exec(url.pathname)?.[1];
    const name = textAt(doc, '.vcard-names .p-name', '.vcard-fullname', '[itemprop="name"].p-name');
    const login = textAt(doc, '.vcard-names .p-nickname', '.vcard-username');
    if (member === undefined || (name === '' && login === '')) return found;
    const organisation = textAt(doc, '.vcard-detail .p-org', '[itemprop="worksFor"]');
    return {
      name: name || login.replace(/\s.*$/, ''),
      url: `https://github.com/${member}`,
      role: '',
      affiliation: {
        name: organisation.replace(/^@/, ''),
        url: linkAt(doc, '.vcard-detail .p-org a', '[itemprop="worksFor"] a'),
      },
    };
  },
};
