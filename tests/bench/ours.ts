import TurndownService from 'turndown';
import { htmlToMarkdown } from '../../lib/page/html-to-markdown.ts';
import type { Converter } from './measure.ts';

const bare = new TurndownService();

export const converters: Record<string, Converter> = {
  Wrapup: ({ fragment }) => htmlToMarkdown(fragment),
  'Turndown 7.2.5': ({ fragment }) => bare.turndown(fragment as unknown as HTMLElement),
};
