/** Runs in the page: pieces of page that make careless converters slow, or overflow the stack. */
import { nestedElements } from '../support/nested-elements.ts';
import { type Input, parsed } from './measure.ts';

const nested = (tag: string, depth: number): Input => ({
  html: '',
  fragment: nestedElements([tag], depth),
});

const many = (piece: string) => (count: number) => parsed(piece.repeat(count));

export interface Shape {
  size: number;
  build(size: number): Input;
}

export const repeated = (html: string): Shape => ({ size: 1, build: many(html) });

export const shapes: Record<string, Shape> = {
  'nested elements': { size: 12_500, build: (size) => nested('div', size) },
  'nested inline elements': { size: 12_500, build: (size) => nested('b', size) },
  'nested quotes': { size: 12_500, build: (size) => nested('blockquote', size) },
  'sibling paragraphs': { size: 2_500, build: many('<p>a few words</p>') },
  'sibling words in bold': { size: 2_500, build: many('<b>a</b> b ') },
  'line breaks': { size: 2_500, build: many('words<br>') },
  'bare line breaks': { size: 12_500, build: many('<br>') },
  'special characters': {
    size: 128_000,
    build: (size) => parsed(`<p>${'*_`[]\\~!'.repeat(size / 8)}</p>`),
  },
  backticks: {
    size: 12_500,
    build: (size) => parsed(`<p><code>${'`a``'.repeat(size / 4)}</code></p>`),
  },
  brackets: { size: 12_500, build: (size) => parsed(`<p>${'['.repeat(size)}</p>`) },
  spaces: {
    size: 125_000,
    build: (size) => parsed(`<pre>a${' '.repeat(size)}b</pre><p>a${' '.repeat(size)}b</p>`),
  },
  'no-break spaces': {
    size: 125_000,
    build: (size) => parsed(`<p>a${'\u00a0'.repeat(size)}b</p>`),
  },
  'table cells': {
    size: 1_250,
    build: (size) =>
      parsed(
        `<table><tr><th>a<th>b<th>c<th>d${'<tr><td>a<td>b|c<td><b>c</b><td>d'.repeat(size / 4)}</table>`,
      ),
  },
  'wide tables': {
    size: 1_250,
    build: (size) => parsed(`<table><tr>${'<td>a'.repeat(size)}</table>`),
  },
  'list items': { size: 2_500, build: (size) => parsed(`<ul>${'<li>a'.repeat(size)}</ul>`) },
  'lists side by side': { size: 2_500, build: many('<ul><li>a</ul>') },
  'code lines': {
    size: 2_500,
    build: (size) => parsed(`<pre><code>${'<span>a</span> b\n'.repeat(size)}</code></pre>`),
  },
  'links in one paragraph': {
    size: 2_500,
    build: (size) => parsed(`<p>${'<a href="https://a.example/">a</a> '.repeat(size)}</p>`),
  },
};
