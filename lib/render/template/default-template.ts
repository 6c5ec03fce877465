/**
 * The shipped template: the post's own words and the order of its parts. Whatever is missing takes
 * its words along.
 */
export const defaultTemplate = `{% if event -%}
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
