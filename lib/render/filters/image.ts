import { renderImage } from '../link.ts';
import { Markdown } from '../markdown.ts';
import { type Filter, textOf } from './filter.ts';

export const image: Filter = {
  name: 'image',
  apply: (path, alt, linkUrl) =>
    new Markdown(renderImage(textOf(alt), textOf(path), textOf(linkUrl)), true),
};
