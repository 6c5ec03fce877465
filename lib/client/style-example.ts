import { createWrapUp } from '../core/post/create-wrap-up.ts';
import type { FieldStyle, FrontMatterStyle } from '../core/post/front-matter-style.ts';
import type { ImageClip, Item, LinkClip, Note, Quote, Section } from '../core/post/item.ts';
import type { Profile } from '../core/post/profile.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { fillPattern } from '../core/text/pattern.ts';
import { draftProfile } from '../exporters/draft-parts.ts';
import { exportWrapUp } from '../exporters/export-wrap-up.ts';
import { postFile } from '../exporters/post-name.ts';
import { exporterFor } from '../exporters/registry.ts';
import { readFields } from '../posts/front-matter/change-field.ts';
import { splitFrontMatter } from '../posts/front-matter/split.ts';
import { composePost } from '../render/compose.ts';
import { type FieldProblem, fieldProblem } from '../render/front-matter/field-problems.ts';
import { frontMatterStyle, renderFrontMatter } from '../render/front-matter/registry.ts';
import { writeFields } from '../render/front-matter/write-fields.ts';
import { renderText } from '../render/template/render-text.ts';
import { templateParts } from '../render/template/shipped-parts.ts';

/** The texts of the example's evening and clips, in the page's language. */
export interface ExampleWords {
  /** With a running number: `Tidal Evening #7`. */
  event: string;
  talk: string;
  /** Markdown. */
  quote: string;
  note: string;
  heading: string;
  picture: string;
  footer: string;
}

/** The result of a house style, and which of its parts do not work. */
export interface StyleExample {
  title: string;
  slug: string;
  /** Path of the post's file, relative to the site's folder. */
  file: string;
  /** With its delimiters; '' if there is none. */
  frontMatter: string;
  body: string;
  problems: StyleProblems;
}

export interface StyleProblems {
  /** By the field's index in the style. */
  fields: Record<number, FieldProblem>;
  /** By the part's index; `detail` is Liquid's message. */
  parts: Record<number, { reason: 'liquid'; detail: string }>;
  /** Liquid's message about a template that is one text; '' if it works. */
  template: string;
  /** The unknown names in a pattern, as they are written there. */
  patterns: { titlePattern?: string; slugPattern?: string; filePattern?: string };
}

const now = '2026-11-20T09:00:00.000Z';
const id = (count: number) => `00000000-0000-4000-8000-00000000000${count}`;

/** Makes a small post in a house style; what does not work is left out and reported. */
export function styleExample(profile: Profile, words: ExampleWords): StyleExample {
  const wrapUp = exampleWrapUp(profile, words);
  const style = frontMatterStyle(profile);
  const compute = (template: string) => renderText(template, wrapUp, profile);
  const checks = { compute, isOneValue: (field: FieldStyle) => isOneValue(field, style) };
  const fields: StyleProblems['fields'] = {};
  for (const [at, field] of style.fields.entries()) {
    const problem = fieldProblem(field, style.format, checks);
    if (problem) fields[at] = problem;
  }
  const parts: StyleProblems['parts'] = {};
  const all = templateParts(profile);
  for (const [at, part] of all.entries()) {
    const alone = { ...profile, template: '', parts: [part] };
    // Parts for each talk are made if there are two talks.
    const made = composePost(part.forEachTalk ? withTwoTalks(wrapUp) : wrapUp, [], alone);
    if (!made.ok) parts[at] = { reason: 'liquid', detail: made.error.detail ?? '' };
  }
  const whole = composePost(wrapUp, [], { ...profile, parts: [] });
  const template = profile.template !== '' && !whole.ok ? (whole.error.detail ?? '') : '';
  const sound: Profile = {
    ...profile,
    template: template === '' ? profile.template : '',
    frontMatter: {
      ...style,
      fields: style.fields.filter((_, at) => fields[at]?.reason !== 'liquid'),
    },
    ...(Object.keys(parts).length > 0 ? { parts: all.filter((_, at) => !parts[at]) } : {}),
  };
  const head = renderFrontMatter(wrapUp, draftProfile(sound));
  const made = exportWrapUp(wrapUp, exampleItems(words, profile), sound, () => true);
  const frontMatter = head.ok ? head.value : '';
  return {
    title: wrapUp.title,
    slug: wrapUp.slug,
    file: exporterFor(profile).post(postFile(wrapUp, profile), profile).join('/'),
    frontMatter,
    body: made.ok ? made.value.draft.slice(frontMatter.length).replace(/^\n+/, '') : '',
    problems: { fields, parts, template, patterns: patternProblems(profile) },
  };
}

function exampleWrapUp(profile: Profile, words: ExampleWords): WrapUp {
  const style = { profile: { ...profile, number: profile.number || '6' } };
  const named = profile.titlePattern === '' ? { title: words.event } : {};
  const made = createWrapUp({ id: id(1), now, offsetMinutes: 60, ...named }, undefined, style);
  const url = 'https://tides.example/';
  return {
    ...made,
    tags: made.tags.length > 0 ? made.tags : ['meetup', 'tides'],
    footer: made.footer || words.footer,
    event: {
      name: words.event,
      url: `${url}7/`,
      startsAt: '2026-11-19T19:00',
      timeZone: 'Europe/Vienna',
    },
    venue: { name: 'Harbour Hall', url: `${url}hall/` },
    speakers: [
      {
        id: id(2),
        name: 'Ada Example',
        url: 'https://ada.example/',
        role: '',
        rolePosition: 'before',
        affiliation: { name: 'Gauges Ltd', url: 'https://gauges.example/' },
      },
    ],
    talks: [
      {
        ...{ id: id(1), title: words.talk, speakerIds: [id(2)], slides: `${url}slides.pdf` },
        ...{ repository: '', recording: { url: '', picture: '', pictureAlt: '' } },
      },
    ],
  };
}

const withTwoTalks = (wrapUp: WrapUp): WrapUp => ({
  ...wrapUp,
  talks: [1, 2].map((count) => ({
    ...{ id: id(count), title: 'T', speakerIds: [], slides: '', repository: '' },
    recording: { url: '', picture: '', pictureAlt: '' },
  })),
});

function exampleItems(words: ExampleWords, { attribution }: Profile): Item[] {
  const base = (count: number) => ({
    ...{ id: id(count), wrapUpId: id(1), order: `a${count}`, hidden: false },
    ...{ createdAt: now, updatedAt: now, deletedAt: null },
  });
  const clip = (count: number) => ({
    ...base(count),
    ...{ note: '', fingerprint: `${count}` },
    source: {
      url: 'https://tides.example/gauges/',
      canonicalUrl: 'https://tides.example/gauges/',
      title: words.talk,
      cleanTitle: words.talk,
      ...{ siteName: '', author: '', published: '', description: '' },
      ...{ mediaType: 'text/html', language: '', headingId: '', heading: '' },
      ...{ selectors: [], capturedAt: now },
    },
  });
  const quote: Quote = {
    ...clip(3),
    ...{ kind: 'quote', form: 'quote', text: words.quote, markdown: words.quote },
    ...{ editedMarkdown: null, attribution, attributionLabel: '' },
  };
  const note: Note = { ...base(4), kind: 'note', form: 'bullet', note: words.note };
  const picture: ImageClip = {
    ...clip(5),
    ...{ kind: 'image', alt: words.picture, url: '', path: '', fileName: 'gauge.png' },
    ...{ linkUrl: '', assetId: '' },
  };
  const heading: Section = { ...base(6), kind: 'section', form: 'h2', note: words.heading };
  const link: LinkClip = {
    ...clip(7),
    ...{ kind: 'link', form: 'bullet', title: words.talk, url: 'https://tides.example/gauges/' },
  };
  return [quote, note, picture, heading, link];
}

/**
 * True if, written alone after a name, it is read back as one field and the front matter ends where
 * it should.
 */
function isOneValue(field: FieldStyle, style: FrontMatterStyle): boolean {
  // A list of tables has its name in its text.
  const path = field.tables ? field.path : ['a'];
  const alone = { ...field, path, above: '', beside: '' };
  const text = writeFields(style, [{ field: alone, value: field.text }]);
  if (style.format === 'json') return isJson(text);
  const split = splitFrontMatter(text);
  if (!split || split.opening + split.fields + split.closing !== text) return false;
  const read = readFields(split);
  return read.ok && read.value.length > 0 && read.value.every((each) => each.path[0] === path[0]);
}

function isJson(text: string): boolean {
  try {
    return Object.keys(JSON.parse(text) as object).length === 1;
  } catch {
    // That is the answer.
    return false;
  }
}

function patternProblems(profile: Profile): StyleProblems['patterns'] {
  const slots = { title: 'x', slug: 'x', date: now, number: '7' };
  const names = ['titlePattern', 'slugPattern', 'filePattern'] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const filled = fillPattern(profile[name], slots) ?? profile[name];
      const unknown = /\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)/.exec(filled)?.[0];
      return unknown === undefined ? [] : [[name, unknown]];
    }),
  );
}
