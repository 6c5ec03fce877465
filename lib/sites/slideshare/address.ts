import { encodeSegment } from '../../core/address/web-url.ts';
import type { SlidesSite } from '../../core/media/slides-site.ts';

const sections = new Set(['category', 'explore', 'search', 'tag', 'upload', 'mobile', 'embed']);

export const slides: SlidesSite = {
  id: 'slideshare',
  hosts: ['slideshare.net'],
  parse(parts) {
    const [owner = '', deck, id] = parts;
    if (deck === undefined || sections.has(owner)) return undefined;
    const kept = owner === 'slideshow' ? [owner, deck, ...(id ? [id] : [])] : [owner, deck];
    return `https://www.slideshare.net/${kept.map(encodeSegment).join('/')}`;
  },
};
