import type { IconNode } from 'lucide';

type Attributes = IconNode[number][1];

const known = new WeakMap<IconNode, string | null>();

/**
 * Converts an icon's shapes to one path that draws the same lines. A row has seven icons, and their
 * circles and strokes were most of the elements in the list. Null if one path can't draw it.
 */
export function iconPath(icon: IconNode): string | null {
  let path = known.get(icon);
  if (path === undefined) {
    const parts = icon.map(([tag, attributes]) => pathOf(tag, attributes));
    path = parts.includes(null) ? null : parts.join('');
    known.set(icon, path);
  }
  return path;
}

function pathOf(tag: string, attributes: Attributes): string | null {
  // It mixes filled shapes with unfilled lines.
  if (attributes.fill !== undefined) return null;
  const at = (name: string) => Number(attributes[name] ?? 0);
  switch (tag) {
    case 'path':
      return absoluteStart(String(attributes.d));
    case 'circle':
      return round(at('cx'), at('cy'), at('r'), at('r'));
    case 'ellipse':
      return round(at('cx'), at('cy'), at('rx'), at('ry'));
    case 'line':
      return `M${at('x1')} ${at('y1')}L${at('x2')} ${at('y2')}`;
    case 'polyline':
      return `M${attributes.points}`;
    case 'polygon':
      return `M${attributes.points}z`;
    case 'rect':
      return box(at('x'), at('y'), at('width'), at('height'), at('rx') || at('ry'));
  }
  return null;
}

const number = String.raw`(-?(?:\d+(?:\.\d+)?|\.\d+))`;
const start = new RegExp(String.raw`^m\s*${number}[\s,]*${number}\s*`);

/**
 * A relative `m` at the start would count from the end of the previous path; the points after it
 * stay relative.
 */
function absoluteStart(path: string): string {
  const [begun, x, y] = start.exec(path) ?? [];
  if (begun === undefined) return path;
  const rest = path.slice(begun.length);
  return `M${x} ${y}${/^[a-z]|^$/i.test(rest) ? '' : 'l'}${rest}`;
}

const round = (x: number, y: number, rx: number, ry: number) =>
  `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;

function box(x: number, y: number, width: number, height: number, r: number): string {
  const corner = (dx: number, dy: number) => (r > 0 ? `a${r} ${r} 0 0 1 ${dx} ${dy}` : '');
  const across = width - 2 * r;
  const down = height - 2 * r;
  return [
    `M${x + r} ${y}h${across}${corner(r, r)}`,
    `v${down}${corner(-r, r)}`,
    `h${-across}${corner(-r, -r)}`,
    `v${-down}${corner(r, -r)}z`,
  ].join('');
}
