import { renderMomentLink } from '../../render/items/moment.ts';
import { renderImage, renderLink } from '../../render/link.ts';
import type { Subject } from './candidates/candidate.ts';

/** What was to be clipped, as Markdown, for the clipboard: kept where the clip could not be. */
export function clipMarkdown(subject: Subject): string {
  switch (subject.kind) {
    case 'quote': {
      const quoted = subject.selection.markdown.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
      const { page } = subject;
      return `${quoted}\n\n${renderLink(page.cleanTitle || page.title, page.url)}\n`;
    }
    case 'link':
      return `${renderLink(subject.title, subject.url)}\n`;
    case 'moment':
      return `${renderMomentLink({ ...subject.moment, endSeconds: null })}\n`;
    case 'screenshot':
      return `${renderLink(subject.about, subject.linkUrl)}\n`;
    case 'image':
      return `${renderImage(subject.picture.alt, subject.picture.url, subject.picture.linkUrl)}\n`;
  }
}
