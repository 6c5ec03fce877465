import { findAtoms } from '../../markdown/atoms.ts';
import { type Leaf, scanBlocks } from '../../markdown/blocks/scan.ts';

/** How each kind of text is rewritten; none may add or remove a line. */
export interface SafeForms {
  /** Prose. `next` is the character that follows it, or ''; `begins`: it begins a line. */
  text(text: string, next: string, begins: boolean): string;
  /** `opaque`: nested so deeply that it may be prose. */
  code(code: string, kind: 'span' | 'fence' | 'indented' | 'opaque'): string;
  /** A tag or a block. `isAlone`: a block with nothing around it. */
  html(html: string, isAlone: boolean): string;
  autolink(link: string): string;
  /** The `(address "title")` of a link. */
  destination(text: string): string;
}

/** Rewrites Markdown, each stretch by its kind. */
export function rewriteByStretch(markdown: string, forms: SafeForms): string {
  const lines = markdown.split('\n');
  const out: string[] = [];
  let next = 0;
  for (const leaf of scanBlocks(lines)) {
    while (next < leaf.firstLine) out.push(forms.text(lines[next++] ?? '', '', true));
    const end = leaf.firstLine + leaf.starts.length;
    out.push(rewriteLeaf(leaf, lines.slice(next, end).join('\n'), forms));
    next = end;
  }
  while (next < lines.length) out.push(forms.text(lines[next++] ?? '', '', true));
  return out.join('\n');
}

function rewriteLeaf({ kind, containers }: Leaf, text: string, forms: SafeForms): string {
  if (kind === 'opaque') return forms.code(text, 'opaque');
  if (kind === 'fence' || kind === 'indented') return forms.code(text, kind);
  if (kind === 'html') return forms.html(text, containers.length === 0);
  let out = '';
  let at = 0;
  for (const { kind: atomKind, start, end } of findAtoms(text)) {
    const atom = text.slice(start, end);
    out += forms.text(text.slice(at, start), atom.charAt(0), at === 0);
    if (atomKind === 'code') out += forms.code(atom, 'span');
    else if (atomKind === 'html') out += forms.html(atom, false);
    else if (atomKind === 'autolink') out += forms.autolink(atom);
    else out += forms.destination(atom);
    at = end;
  }
  return out + forms.text(text.slice(at), '', at === 0);
}
