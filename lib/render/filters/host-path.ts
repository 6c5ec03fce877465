import { hostPath } from '../../core/address/label.ts';
import { each, type Filter, textOf } from './filter.ts';

export const hostPathFilter: Filter = {
  name: 'host_path',
  apply: (value) => each(value, (element) => hostPath(textOf(element))),
};
