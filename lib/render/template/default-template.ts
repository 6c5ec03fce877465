import type { TemplatePart } from '../../core/post/profile.ts';
import { shippedParts } from './shipped-parts.ts';

const asText = ({ template, forEachTalk }: TemplatePart): string =>
  forEachTalk
    ? `{% if talks.size > 1 %}{% for talk in talks %}\n\n${template}\n\n{% endfor %}{% endif %}`
    : template;

/** Returns the parts as one text that produces the same posts, as a start for a custom template. */
export function partsAsText(parts: readonly TemplatePart[]): string {
  const of = (side: TemplatePart['side']) => parts.filter((part) => part.side === side).map(asText);
  return `${[...of('leading'), '{{ items }}', ...of('closing')].join('\n\n')}\n`;
}

/** The shipped template as one text. */
export const defaultTemplate = partsAsText(shippedParts({ headingFirst: '', thanks: '' }));
