import { describe, expect, it } from 'vitest';
import { cleanDrawing } from '../../../lib/page/clean-drawing.ts';
import { hostileDrawings, svg } from '../../fixtures/hostile-drawings.ts';

const clean = (text: string) =>
  cleanDrawing(new DOMParser().parseFromString(text, 'image/svg+xml'), {
    createHTML: (html) => html,
    createScriptURL: (url) => url,
  });

/** Everything that could run, load or lead away, wherever it is written. */
const dangerous =
  /script|\son\w+=|javascript:|foreignObject|https?:\/\/(?!www\.w3\.org)|@import|evil|<\?|<!|<iframe|<a\b|&\w+;/i;

describe('a drawing that goes onto a site', () => {
  it.each(hostileDrawings)('holds no %s', (_what, text) => {
    const cleaned = clean(text);
    expect(cleaned?.svg ?? '').not.toMatch(dangerous);
  });

  it('keeps what draws it', () => {
    const text = svg(
      '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>' +
        '<path id="p" d="M0 0h9"/><marker id="m" refX="1"/><clipPath id="c"><rect width="9" height="9"/></clipPath></defs>' +
        '<style>.a { fill: url(#g); font-family: sans-serif }</style>' +
        '<g transform="scale(2)" clip-path="url(#c)"><use xlink:href="#p" x="1"/><use href="#p"/></g>' +
        '<rect class="a" fill="url(#g)" style="stroke: url(&quot;#g&quot;)" marker-end="url(#m)" width="9" height="9"/>' +
        '<image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>' +
        '<text x="1" y="2" text-anchor="middle">a &lt; b <tspan>ü</tspan></text><title>T</title>',
    );
    const cleaned = clean(text);
    expect(cleaned?.removed).toBe(false);
    for (const kept of [
      'viewBox="0 0 9 9"',
      '<linearGradient id="g">',
      '.a { fill: url(#g); font-family: sans-serif }',
      'xlink:href="#p"',
      ' href="#p"',
      'clip-path="url(#c)"',
      'fill="url(#g)"',
      'marker-end="url(#m)"',
      'data:image/png;base64,iVBORw0KGgo=',
      'text-anchor="middle">a &lt; b <tspan',
    ])
      expect(cleaned?.svg).toContain(kept);
  });

  it('says when something was taken out, and not of editors’ own notes', () => {
    expect(
      clean(
        svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">A label</p></foreignObject>'),
      )?.removed,
    ).toBe(true);
    expect(clean(svg('<image href="https://evil.example/x.png"/>'))?.removed).toBe(true);
    expect(
      clean(
        svg(
          '<metadata>x</metadata><!-- made --><s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" s:zoom="1"/><g s:label="x" xmlns:s="urn:s"/>',
        ),
      )?.removed,
    ).toBe(false);
  });

  it('draws nothing of nothing a million times', () => {
    const levels = Array.from(
      { length: 9 },
      (_, at) => `<g id="l${at + 1}">${`<use href="#l${at}"/>`.repeat(10)}</g>`,
    ).join('');
    const uses = clean(svg(`<g id="l0"><rect/></g>${levels}`))?.svg.match(/<use/g) ?? [];
    // One level remains, because drawings consist of symbols.
    expect(uses.length).toBeLessThanOrEqual(10);
  });

  it('may have its elements under a prefix', () => {
    const text =
      '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:rect width="1"/><s:script>x</s:script></s:svg>';
    expect(clean(text)?.svg).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1"/></svg>',
    );
  });

  it.each([
    '',
    '<svg',
    svg('<g>'),
    '<html xmlns="http://www.w3.org/1999/xhtml"/>',
    '<svg/>',
    'svg',
  ])('is none where browsers show none: %s', (text) => {
    expect(clean(text)).toBeUndefined();
  });
});
