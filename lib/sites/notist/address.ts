import { encodeSegment } from '../../core/address/web-url.ts';
import type { SlidesSite } from '../../core/media/slides-site.ts';

export const slides: SlidesSite = {
  id: 'notist',
  hosts: ['noti.st', 'speaking.noti.st'],
  parse([owner = '', id = '', name]) {
    // A presentation has an id of six characters before its name.
    if (!/^[A-Za-z\d]{6}$/.test(id)) return undefined;
    const path = [owner, id, ...(name ? [name] : [])].map(encodeSegment).join('/');
    return `https://noti.st/${path}`;
  },
};
