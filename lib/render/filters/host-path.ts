import { hostPath } from '../../core/label.ts';
import { each, type Filter, textOf } from './filter.ts';

export const hostPathFilter: Filter = {
  name: 'host_path',
  summary: 'Host and path of an address as a label: github.com/owner/name/.',
  apply: (value) => each(value, (element) => hostPath(textOf(element))),
};
