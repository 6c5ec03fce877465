import { renderImage } from '../link.ts';
import { Markdown } from '../markdown.ts';
import { type Filter, textOf } from './filter.ts';

export const image: Filter = {
  name: 'image',
  summary: 'A picture of a path; arguments: its alternative text, and an address to link it to.',
  apply: (path, alt, linkUrl) =>
    new Markdown(renderImage(textOf(alt), textOf(path), textOf(linkUrl)), true),
};
