import type { Item } from '../../lib/core/post/item.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { collapseBlankLines } from '../../lib/render/blank-lines.ts';
import { makeHugoSafe } from '../../lib/render/hugo-safe.ts';
import { renderWritten } from '../../lib/render/items/render-item.ts';
import { renderTemplate } from '../../lib/render/template/render-template.ts';
import { createTemplateData } from '../../lib/render/template/template-data.ts';
import { putVerbatim } from '../../lib/render/verbatim.ts';
import { wrapMarkdown } from '../../lib/render/wrap.ts';

/** The template from before posts had parts; it never changes again. */
const template = `{% if event -%}
{%- if event.date -%}
{{ event.name }} took place {{ event.date | link: event.url }}{% if event.time %} {{ event.time }}{% endif %}
{%- else -%}
{{ event | link }} took place
{%- endif -%}
{%- if venue %} at {{ venue | link }}{% endif -%}
{%- if speakers %} and we had a great presentation by {{ speakers | introduce: "from", "and" | sentence: "and" }}{% endif -%}
.
{%- elsif speakers -%}
We had a great presentation by {{ speakers | introduce: "from", "and" | sentence: "and" }}.
{%- endif %}
{%- if recording.url %} A recording can be found {{ "here" | link: recording.url }}{% if recording.picture %}:{% else %}.{% endif %}{% endif %}

{% if recording.picture %}{{ recording.picture | image: recording.picture_alt }}{% endif %}

{{ items }}

{% if speakers %}Thanks again to {{ speakers | first_name | link | sentence: "and" }} for the inspiring presentation.{% endif %}

{% if footer %}----

{{ footer | markdown }}{% endif %}
`;

/**
 * Makes a post's body as before posts had parts: one template, rendered, wrapped and made safe as a
 * whole. The output of that time must not change.
 */
export function earlierBody(wrapUp: WrapUp, items: readonly Item[], profile: Profile): string {
  const live = items.filter(({ deletedAt }) => deletedAt === null);
  const data = createTemplateData(
    wrapUp,
    {
      items: live,
      block: (item) => renderWritten(item, profile),
      mark: ({ markdown }) => markdown,
    },
    profile,
  );
  const own = profile.template.trim() === '' ? template : profile.template;
  const made = renderTemplate(own, { data, items: data.items });
  if (!made.ok) throw new Error(made.error.detail);
  const prose = wrapMarkdown(collapseBlankLines(made.value.text), profile.columns.prose);
  const body = makeHugoSafe(putVerbatim(prose, made.value.verbatim)).toWellFormed();
  return body === '' ? '' : `${body}\n`;
}
