import { escapeAddress, isLinkable } from '../../markdown/address.ts';
import { renderLink } from '../link.ts';
import { Markdown } from '../markdown.ts';
import { each, type Filter, namedOf, textOf } from './filter.ts';

export const link: Filter = {
  name: 'link',
  apply: (value, address) => each(value, (element) => linkOf(element, textOf(address))),
};

function linkOf(value: unknown, address: string): Markdown {
  if (value instanceof Markdown) {
    return isLinkable(address)
      ? new Markdown(`[${value.source}](${escapeAddress(address)})`)
      : value;
  }
  const { name, url } = namedOf(value);
  return new Markdown(renderLink(name, address || url));
}
