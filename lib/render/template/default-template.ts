import type { TemplatePart } from '../../core/post/profile.ts';
import { shippedParts } from './shipped-parts.ts';

const asText = ({ template, forEachTalk }: TemplatePart): string =>
  forEachTalk
    ? `{% if talks.size > 1 %}{% for talk in talks %}\n\n${template}\n\n{% endfor %}{% endif %}`
    : template;

const pieces = shippedParts({ headingFirst: '', thanks: '' });
const of = (side: TemplatePart['side']) =>
  pieces.filter((piece) => piece.side === side).map(asText);

/** The shipped template as one text, to begin a template of one's own with. It makes the same posts. */
export const defaultTemplate = `${[...of('leading'), '{{ items }}', ...of('closing')].join('\n\n')}\n`;
