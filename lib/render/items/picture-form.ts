import type { Profile } from '../../core/post/profile.ts';
import { isLinkable } from '../../markdown/address.ts';
import type { FigureFields } from '../../markdown/figure.ts';
import { writeFigure } from '../../markdown/write-figure.ts';
import { containBlocks } from '../contain.ts';
import { renderImage } from '../link.ts';

/** A picture's text. */
export interface PictureText {
  text: string;
  /** True if the generator runs it or lets it through, so that it is safe as it is. */
  own: boolean;
  /** A caption that does not fit into it, Markdown, not safe yet; '' for none. */
  below: string;
}

const withShortcodes: ReadonlySet<Profile['layout']> = new Set(['hugo-static', 'hugo-bundle']);

/**
 * Returns the form in which a style can write pictures: only Hugo has the shortcode, HTML must be
 * let through, and Obsidian finds pictures of the vault in neither.
 */
export function pictureFormOf({
  pictureForm,
  layout,
  rawHtml,
}: Pick<Profile, 'pictureForm' | 'layout' | 'rawHtml'>): Profile['pictureForm'] {
  if (pictureForm === 'shortcode') return withShortcodes.has(layout) ? pictureForm : 'markdown';
  return rawHtml && layout !== 'obsidian' ? pictureForm : 'markdown';
}

/** Renders a picture in the style's form. */
export function renderPicture(figure: FigureFields, profile: Profile): PictureText {
  const form = pictureFormOf(profile);
  const { alt, path, caption } = figure;
  const linkUrl = isLinkable(figure.linkUrl) ? figure.linkUrl : '';
  if (!isLinkable(path) || form === 'markdown') {
    return { text: renderImage(alt, path, linkUrl), own: false, below: containBlocks(caption) };
  }
  const text = writeFigure(form, { ...figure, linkUrl });
  return { text, own: true, below: form === 'img' ? containBlocks(caption) : '' };
}
