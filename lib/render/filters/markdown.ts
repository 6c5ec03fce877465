import { containBlocks } from '../contain.ts';
import { Markdown } from '../markdown.ts';
import { type Filter, textOf } from './filter.ts';

export const markdown: Filter = {
  name: 'markdown',
  apply: (value) => new Markdown(containBlocks(textOf(value)), true),
};
