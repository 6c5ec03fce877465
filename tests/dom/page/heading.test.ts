import { describe, expect, test } from 'vitest';
import { headingAbove, headingNamed } from '../../../lib/page/heading.ts';
import { showPage } from './support.ts';

function above(body: string) {
  const here = showPage(body).querySelector('#here');
  if (!here) throw new Error('no #here');
  return headingAbove(here.firstChild ?? here);
}

describe('the nearest heading above, and the fragment that leads to it', () => {
  test.each([
    ['its own id', '<h2 id="use">Use</h2><p id="here">x</p>', { text: 'Use', id: 'use' }],
    [
      'deep below a sibling of an ancestor',
      '<h2 id="a">A</h2><div><div><p id="here">x</p></div></div><h2 id="b">B</h2>',
      { text: 'A', id: 'a' },
    ],
    ['the heading it is in', '<h2 id="a">A <i id="here">x</i></h2>', { text: 'A x', id: 'a' }],
    [
      'GitHub',
      '<div class="markdown-heading"><h2>Use it</h2><a id="user-content-use-it" class="anchor" href="#use-it">§</a></div><p id="here">x</p>',
      { text: 'Use it', id: 'use-it' },
    ],
    [
      'Sphinx',
      '<section id="rings"><h2>Rings<a class="headerlink" href="#rings">¶</a></h2><p id="here">x</p></section>',
      { text: 'Rings', id: 'rings' },
    ],
    [
      'a section that has the id',
      '<section id="rings"><h2>Rings</h2><p id="here">x</p></section>',
      { text: 'Rings', id: 'rings' },
    ],
    [
      'an old anchor',
      '<h2><a name="rings"></a>Rings</h2><p id="here">x</p>',
      { text: 'Rings', id: 'rings' },
    ],
    [
      'an encoded fragment',
      '<h2>Größe <a class="anchor" href="#gr%C3%B6%C3%9Fe">#</a></h2><p id="here">x</p>',
      { text: 'Größe', id: 'größe' },
    ],
    ['no id', '<h2>Rings</h2><p id="here">x</p>', { text: 'Rings', id: '' }],
    ['none', '<p id="here">x</p><h2 id="a">A</h2>', { text: '', id: '' }],
    [
      'a heading of the navigation heads nothing here',
      '<h1 id="t">Title</h1><nav><h2>Menu</h2></nav><p id="here">x</p>',
      { text: 'Title', id: 't' },
    ],
    [
      'one that is not shown neither',
      '<h1 id="t">Title</h1><h2 style="display:none">Skip</h2><p id="here">x</p>',
      { text: 'Title', id: 't' },
    ],
    [
      'one by its role',
      '<div role="heading" aria-level="2" id="r">Rings</div><p id="here">x</p>',
      { text: 'Rings', id: 'r' },
    ],
  ])('%s', (_name, body, heading) => {
    expect(above(body)).toEqual(heading);
  });

  test('from within a shadow tree, that of the tree, else of the page around it', () => {
    const doc = showPage('<h2 id="out">Out</h2><x-card></x-card>');
    const root = doc.querySelector('x-card')?.attachShadow({ mode: 'open' });
    if (!root) throw new Error('no host');
    root.innerHTML = '<p>a</p><h3 id="in">In</h3><p>b</p>';
    const [a, b] = root.querySelectorAll('p');
    expect(headingAbove(a as Node)).toEqual({ text: 'Out', id: 'out' });
    expect(headingAbove(b as Node)).toEqual({ text: 'In', id: 'in' });
  });
});

describe('the heading that a fragment leads to', () => {
  test.each([
    ['its own id', '<h2 id="use">Use <b>it</b></h2>', 'use', 'Use it'],
    ['an id with other letters', '<h2 id="für alle">Für alle</h2>', 'f%C3%BCr%20alle', 'Für alle'],
    [
      'GitHub',
      '<div class="markdown-heading"><h2>Use it</h2><a id="user-content-use-it" class="anchor" href="#use-it">§</a></div>',
      'use-it',
      'Use it',
    ],
    [
      'Sphinx',
      '<section id="rings"><h2>Rings<a class="headerlink" href="#rings">¶</a></h2></section>',
      'rings',
      'Rings',
    ],
    ['no heading at all', '<p id="use">Use</p><h2 id="b">B</h2>', 'use', ''],
    ['nothing', '<h2 id="b">B</h2>', '', ''],
    [
      'words that only play a heading',
      '<div role="heading" id="c"><p>All of it.</p></div>',
      'c',
      '',
    ],
  ])('%s', (_name, body, fragment, text) => {
    expect(headingNamed(showPage(body), fragment)).toBe(text);
  });
});

test('words that only play a heading are none', () => {
  const body =
    '<h2 id="a">A</h2><div role="heading"><p>A whole comment.</p><p id="here">x</p></div>';
  expect(above(body)).toEqual({ text: 'A', id: 'a' });
});
