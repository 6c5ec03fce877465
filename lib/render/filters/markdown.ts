import { containBlocks } from '../contain.ts';
import { Markdown } from '../markdown.ts';
import { type Filter, textOf } from './filter.ts';

export const markdown: Filter = {
  name: 'markdown',
  summary: 'Takes a text as Markdown and leaves its lines as they are.',
  apply: (value) => new Markdown(containBlocks(textOf(value)), true),
};
