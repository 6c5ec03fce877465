import { encodeSegment } from '../../core/address/web-url.ts';
import type { SlidesSite } from '../../core/media/slides-site.ts';

export const slides: SlidesSite = {
  id: 'google-slides',
  hosts: ['docs.google.com'],
  parse(parts) {
    // With several accounts it is `/presentation/u/1/d/…`; slides published to the web are at
    // `/d/e/…`.
    const [app, ...rest] = parts;
    const [d, id = '', more = ''] = rest[0] === 'u' ? rest.slice(2) : rest;
    if (app !== 'presentation' || d !== 'd') return undefined;
    const isPublished = id === 'e';
    const key = isPublished ? more : id;
    if (!/^[\w-]{10,}$/.test(key)) return undefined;
    const path = isPublished ? `e/${encodeSegment(key)}/pub` : encodeSegment(key);
    return `https://docs.google.com/presentation/d/${path}`;
  },
};
