import { renderMomentLink } from '../../render/items/moment.ts';
import { renderImage, renderLink } from '../../render/link.ts';
import type { ClipCandidate } from './candidates/candidate.ts';

/**
 * Returns what was to be clipped as Markdown, for the clipboard. It is kept if the clip could not
 * be.
 */
export function clipMarkdown(candidate: ClipCandidate): string {
  switch (candidate.kind) {
    case 'quote': {
      const quoted = candidate.selection.markdown.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
      const { page } = candidate;
      return `${quoted}\n\n${renderLink(page.cleanTitle || page.title, page.url)}\n`;
    }
    case 'link':
      return `${renderLink(candidate.title, candidate.url)}\n`;
    case 'moment':
      return `${renderMomentLink({ ...candidate.moment, endSeconds: null })}\n`;
    case 'screenshot':
      return `${renderLink(candidate.about, candidate.linkUrl)}\n`;
    case 'image':
      return `${renderImage(candidate.picture.alt, candidate.picture.url, candidate.picture.linkUrl)}\n`;
  }
}
