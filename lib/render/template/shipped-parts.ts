import type { Profile, TemplatePart } from '../../core/post/profile.ts';

const presentations =
  '{% if talks.size > 1 %}great presentations{% else %}a great presentation{% endif %}';
const bySpeakers = `${presentations} by {{ speakers | introduce: "from", "and" | sentence: "and" }}{% unless talks.size > 1 %}{% if talks.first.title %} on “{{ talks.first.title }}”{% endif %}{% endunless %}`;

/** What happened, where, who spoke; ends with the recording, if there is exactly one. */
const intro = `{% if event -%}
{%- if event.date -%}
{{ event.name }} took place {{ event.date | link: event.url }}{% if event.time %} {{ event.time }}{% endif %}
{%- else -%}
{{ event | link }} took place
{%- endif -%}
{%- if venue %} at {{ venue | link }}{% endif -%}
{%- if speakers %} and we had ${bySpeakers}{% endif -%}
.
{%- elsif speakers -%}
We had ${bySpeakers}.
{%- endif %}
{%- unless talks.size > 1 -%}
{%- assign slides = talks.first.slides -%}
{%- assign repository = talks.first.repository -%}
{%- if slides or repository %} See also the {% if slides %}{{ "slides" | link: slides }}{% endif %}{% if slides and repository %} and the {% endif %}{% if repository %}{{ "repository" | link: repository }}{% endif %}.{% endif -%}
{%- if recording.url %} A recording can be found {{ "here" | link: recording.url }}{% if recording.picture %}:{% else %}.{% endif %}{% endif -%}
{%- endunless %}`;

const picture = (recording: string) =>
  `{% if ${recording}.picture %}{{ ${recording}.picture | image: ${recording}.picture_alt, ${recording}.picture_link }}{% endif %}`;

const talk = `{% if talk.title %}## {{ talk.title }}{% endif %}

{% if talk.speakers %}{{ talk.speakers | introduce: "from", "and" | sentence: "and" }}{% endif %}

{% if talk.slides %}{{ "Slides" | link: talk.slides }}{% if talk.repository or talk.recording.url %} · {% endif %}{% endif -%}
{%- if talk.repository %}{{ "Repository" | link: talk.repository }}{% if talk.recording.url %} · {% endif %}{% endif -%}
{%- if talk.recording.url %}{{ "Recording" | link: talk.recording.url }}{% endif %}

${picture('talk.recording')}`;

/** The shipped words of thanks; the options show them while there are no others. */
export const shippedThanks =
  'Thanks again to {{ speakers | first_name | link | sentence: "and" }} for the inspiring presentation{% if talks.size > 1 %}s{% endif %}.';

const footer = `{% if footer %}----

{{ footer | markdown }}{% endif %}`;

/**
 * Thanks need someone to thank, so a sentence with the speakers' names is left out if there are
 * none.
 */
function thanksTemplate(words: string): string {
  return /\bspeakers\b/.test(words) ? `{% if speakers %}${words}{% endif %}` : words;
}

interface ShippedStyle {
  /** Liquid for a line before the intro; '' for none. */
  headingFirst: string;
  /** Liquid for the sentence of thanks; '' for the shipped one. */
  thanks: string;
}

/**
 * Returns the parts of the shipped template in their order. A missing value takes the words around
 * it along.
 */
export function shippedParts({ headingFirst, thanks }: ShippedStyle): TemplatePart[] {
  const heading: TemplatePart = { part: 'heading', template: headingFirst, side: 'leading' };
  return [
    ...(headingFirst.trim() === '' ? [] : [heading]),
    { part: 'intro', template: intro, side: 'leading' },
    {
      part: 'recording',
      template: `{% unless talks.size > 1 %}${picture('recording')}{% endunless %}`,
      side: 'leading',
    },
    { part: 'talk', template: talk, side: 'leading', forEachTalk: true },
    {
      part: 'thanks',
      template: thanksTemplate(thanks.trim() === '' ? shippedThanks : thanks),
      side: 'closing',
    },
    { part: 'footer', template: footer, side: 'closing' },
  ];
}

/** Returns the parts of a style: its own, or the shipped ones. */
export const templateParts = (
  profile: Pick<Profile, 'parts' | 'headingFirst' | 'thanks'>,
): TemplatePart[] => (profile.parts.length > 0 ? profile.parts : shippedParts(profile));
