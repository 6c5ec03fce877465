import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProfile, type Profile } from '../../../../lib/core/post/profile.ts';
import { defaultTemplate } from '../../../../lib/render/template/default-template.ts';
import { earlierBody } from '../../../support/earlier-body.ts';
import { hostileItem, hostileWrapUp } from '../../../support/hostile-items.ts';
import { createWrapUp } from '../../../support/items.ts';
import { tries } from '../../../support/property-tries.ts';
import { renderBody } from '../../../support/render-body.ts';

const runs = tries(200);
const timeLimitMs = 120_000;

/** Extremely hostile post details, with any of them missing. */
const wrapUps = fc
  .tuple(hostileWrapUp, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }))
  .map(([full, [event, venue, speakers, recording, picture, footer]]) => {
    const empty = createWrapUp();
    return {
      ...full,
      event: event ? full.event : empty.event,
      venue: venue ? full.venue : empty.venue,
      speakers: speakers ? full.speakers : [],
      recording: {
        ...full.recording,
        ...(recording ? {} : { url: '' }),
        ...(picture ? {} : { picture: '' }),
      },
      footer: footer ? full.footer : '',
    };
  });

const examples = [
  ...readFileSync(new URL('../../../../.github/TEMPLATES.md', import.meta.url), 'utf8').matchAll(
    /```liquid\n([\s\S]*?)```/g,
  ),
].map(([, template]) => template ?? '');

const ownTemplates = [
  ...examples,
  '{{ items }}',
  '## Links\n{{ items }}\n## End\n\n{{ footer | markdown }}',
  'Intro:\n{{ items }}\n\n{{ footer }}',
  'Intro {{ items }} more',
  '> {{ items }}',
  '1. {{ items }}\n2. {{ footer }}',
  '* list\n\n{{ items }}\n\n    code',
  '* list\n\n{{ items }}\n\nend',
  '    code\n\n\n\n{{ items }}\n\n\n\n    code',
  '<div>\n{{ items }}\n</div>',
  '<div>\n\n{{ items }}\n\n</div>\n',
  '<pre>\n{{ items }}\n</pre>',
  '```\n{{ items }}\n```',
  '{{ items }}\n---\n{{ items }}',
  '{{ items | markdown }}\n\n{{ items | size }}\n\n{{ items | upcase }}',
  '{% capture all %}{{ items }}{% endcapture %}{{ all }}',
  '{% if items %}{{ items }}{% else %}none{% endif %}',
  '{{ event.name }}\n   \n{{ items }}\n\t\n{{ footer | markdown }}',
  '[^1]: note {{ wrap_up.title }}\n\n{{ items }}\n\n{{ wrap_up.title }} {{ wrap_up.title }}',
  '{% for clip in clips %}{{ clip.kind }} {{ clip.markdown }}\n\n{% endfor %}',
  '* {{ wrap_up.title }}\n{% for clip in clips %}* {{ clip.markdown }}\n{% endfor %}\n{{ items }}',
  '{{< shortcode >}}\n\n{{ items }}\n\n{{< /shortcode >}}'.replaceAll('{{<', '{{ "{{<" }}'),
];

const profiles: fc.Arbitrary<Profile> = fc
  .tuple(fc.constantFrom(0, 20, 78), fc.constantFrom(0, 40), fc.constantFrom('*', '-', '+'))
  .map(([prose, other, bullet]) => ({
    ...defaultProfile,
    bullet: bullet as Profile['bullet'],
    columns: { quote: prose, prose, bullet: other, note: other },
  }));

describe('a post of before there were parts', () => {
  it(
    'is the same byte for byte by the shipped template',
    () => {
      const items = fc.array(hostileItem, { maxLength: 6 });
      fc.assert(
        fc.property(wrapUps, items, profiles, (wrapUp, all, profile) => {
          const before = earlierBody(wrapUp, all, profile);
          expect(renderBody(wrapUp, all, profile)).toEqual({ ok: true, value: before });
          const asText = { ...profile, template: defaultTemplate };
          expect(renderBody(wrapUp, all, asText)).toEqual({ ok: true, value: before });
        }),
        runs,
      );
    },
    timeLimitMs,
  );

  it.each(ownTemplates)(
    'is the same byte for byte by the template %j',
    (template) => {
      fc.assert(
        fc.property(
          wrapUps,
          fc.array(hostileItem, { maxLength: 4 }),
          profiles,
          (wrapUp, items, profile) => {
            const own = { ...profile, template };
            expect(renderBody(wrapUp, items, own)).toEqual({
              ok: true,
              value: earlierBody(wrapUp, items, own),
            });
          },
        ),
        tries(100),
      );
    },
    timeLimitMs,
  );
});
