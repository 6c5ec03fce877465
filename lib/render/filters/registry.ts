import { date } from './date.ts';
import type { Filter } from './filter.ts';
import { firstNameFilter } from './first-name.ts';
import { hostPathFilter } from './host-path.ts';
import { image } from './image.ts';
import { introduce } from './introduce.ts';
import { link } from './link.ts';
import { markdown } from './markdown.ts';
import { sentence } from './sentence.ts';

/** All of our own filters; a contract test runs over them. */
export const filters: readonly Filter[] = [
  date,
  firstNameFilter,
  hostPathFilter,
  image,
  introduce,
  link,
  markdown,
  sentence,
];
