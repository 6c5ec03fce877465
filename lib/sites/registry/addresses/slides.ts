// Made by `npm run sites` from the folders in lib/sites.
import type { SlidesSite } from '../../../core/media/slides-site.ts';
import { slides as googleSlides } from '../../google-slides/address.ts';
import { slides as notist } from '../../notist/address.ts';
import { slides as slidesCom } from '../../slides-com/address.ts';
import { slides as slideshare } from '../../slideshare/address.ts';
import { slides as speakerdeck } from '../../speakerdeck/address.ts';

export const slidesSites: readonly SlidesSite[] = [
  googleSlides,
  notist,
  slidesCom,
  slideshare,
  speakerdeck,
].flat();
