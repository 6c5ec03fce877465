/** Bundled into one script and run in a real page: the converter with renderers of its Markdown. */
import { htmlToMarkdown } from '../../lib/page/html-to-markdown.ts';
import { sanitise } from '../../lib/page/sanitise.ts';
import { fragmentOf, treeOf } from './html-tree.ts';
import { nestedElements } from './nested-elements.ts';
import { renderCommonMark } from './render-commonmark.ts';
import { renderGfm } from './render-gfm.ts';

export interface RoundTrip {
  name: string;
  markdown: string;
  wanted: string;
  got: string;
}

interface Example {
  name: string;
  flavour: 'commonmark' | 'gfm';
  html: string;
}

export function roundTrips(examples: readonly Example[]): RoundTrip[] {
  return examples.map(({ name, flavour, html }) => {
    const markdown = htmlToMarkdown(fragmentOf(html));
    const rendered = (flavour === 'gfm' ? renderGfm : renderCommonMark)(markdown);
    return { name, markdown, wanted: treeOf(fragmentOf(html)), got: treeOf(fragmentOf(rendered)) };
  });
}

export function convert(html: string, baseUrl: string): { markdown: string; stored: string } {
  const fragment = fragmentOf(html);
  const holder = document.createElement('div');
  holder.append(sanitise(fragment, { baseUrl }));
  return { markdown: htmlToMarkdown(fragment, { baseUrl }), stored: holder.innerHTML };
}

/** Converts `depth` nested elements, with alternating tag names. */
export function convertNested(tags: readonly string[], depth: number): string {
  const root = nestedElements(tags, depth);
  sanitise(root);
  return htmlToMarkdown(root);
}
