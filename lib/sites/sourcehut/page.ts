import { plainHost } from '../../page/adapters/code/plain-host.ts';
import { site } from './address.ts';

/* Checked against the templates at sourcehut-mirrors/git.sr.ht (`blob.html`, `summary.html`). A
   file's page gives only eight letters of its commit's id, so links to lines keep the branch. */
export const adapter = plainHost(site, {
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
