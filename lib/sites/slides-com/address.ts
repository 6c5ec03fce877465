import { encodeSegment } from '../../core/address/web-url.ts';
import type { SlidesSite } from '../../core/media/slides-site.ts';

const sections = new Set(['explore', 'features', 'pricing', 'news', 'users', 'about', 'help']);

export const slides: SlidesSite = {
  id: 'slides-com',
  hosts: ['slides.com'],
  parse([owner = '', deck]) {
    if (deck === undefined || sections.has(owner)) return undefined;
    return `https://slides.com/${encodeSegment(owner)}/${encodeSegment(deck)}`;
  },
};
