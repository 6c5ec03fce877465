import { plainHost } from '../../page/adapters/code/plain-host.ts';
import { site } from './address.ts';

/** It was not checked, because scripts that are not public make its pages. */
export const adapter = plainHost(site, {
  siteName: 'Bitbucket',
  comments: {
    fragment: /^comment-\d+$/,
    first: /^$/,
    authors: ['[data-testid="comment-author"]', '[data-testid*="author"]', '.user-name'],
  },
  descriptions: ['[data-testid="repo-description"]', '[data-qa="repo-description"]'],
  title: /\s*[—|·-]\s*(?:.*[—|·-]\s*)?Bitbucket.*$|^.*?\/\s*(?:pull request )?#\d+:?\s*/gi,
});
