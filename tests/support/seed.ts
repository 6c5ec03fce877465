import { fileURLToPath } from 'node:url';
import type { Item } from '../../lib/core/post/item.ts';
import type { Speaker, WrapUp } from '../../lib/core/post/wrap-up.ts';
import {
  createImage,
  createLink,
  createNote,
  createQuote,
  createSection,
  createSource,
  createSpeaker,
  createWrapUp,
} from './items.ts';

/** The acceptance case: a post by real note-takers. It is beside the project, if at all. */
export const seedFile = fileURLToPath(new URL('../../../shared/seed/post.md', import.meta.url));

/** Splits the post into what a note-taker would have entered and clipped. */
export function readSeed(post: string): { wrapUp: WrapUp; items: Item[] } {
  const [, frontMatter = '', rest = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(post) ?? [];
  const blocks = rest.trim().split(/\n{2,}/);
  const [intro = '', picture = ''] = blocks;
  const thanks = blocks.findIndex((block) => block.startsWith('Thanks again'));
  const wrapUp = { ...readDetails(frontMatter), ...readIntro(oneLine(intro)) };
  wrapUp.recording.picture = /\((.*)\)/.exec(picture)?.[1] ?? '';
  wrapUp.footer = blocks.slice(thanks + 2).join('\n\n');
  return { wrapUp, items: readItems(blocks.slice(2, thanks)) };
}

const oneLine = (text: string) => text.replace(/\n(?:> | {2})?/g, ' ');

function readDetails(frontMatter: string): WrapUp {
  const value = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(frontMatter)?.[1] ?? '';
  return createWrapUp({
    title: JSON.parse(value('title')),
    date: value('date'),
    draft: value('draft') === 'true',
    tags: [...frontMatter.matchAll(/^- (.*)$/gm)].map(([, tag = '']) => tag),
  });
}

function readIntro(intro: string) {
  const [event, venue, first, second, organisation, recording] = [
    ...intro.matchAll(/\[([^\]]*)\]\(([^)]*)\)/g),
  ].map(([, name = '', url = '']) => ({ name, url }));
  if (!event || !venue || !first || !second || !organisation || !recording) {
    throw new Error('The post begins in another way than this test knows.');
  }
  const roleAfter = /\) \((\w+)\) and/.exec(intro)?.[1] ?? '';
  const roleBefore = /\) and ([\w ]+) \[/.exec(intro.slice(intro.indexOf(first.url)))?.[1] ?? '';
  const speakers: Speaker[] = [
    createSpeaker({ ...first, role: roleAfter, affiliation: organisation }),
    createSpeaker({
      ...second,
      role: roleBefore,
      rolePosition: 'before',
      affiliation: organisation,
    }),
  ];
  const time = /\) (\d\d:\d\d) at/.exec(intro)?.[1] ?? '';
  return {
    event: {
      name: intro.slice(0, intro.indexOf(' took place')),
      url: event.url,
      startsAt: `${event.name}T${time}`,
      timeZone: 'Europe/Berlin',
    },
    venue,
    speakers,
    recording: { url: recording.url, picture: '', pictureAlt: '' },
  };
}

function readItems(blocks: readonly string[]): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] ?? '';
    const next = blocks[at + 1] ?? '';
    if (block === '<!--') {
      const [, alt = '', path = '', linkUrl = ''] =
        /^\[!\[(.*)\]\((.*)\)\]\((.*)\)$/.exec(next) ?? [];
      items.push(createImage({ alt, path, linkUrl, hidden: true }));
      at += 2;
    } else if (block.startsWith('* ')) {
      items.push(...block.split(/\n(?=\* )/).map(readBullet));
    } else if (block.startsWith('> ')) {
      items.push(readQuote('', block));
    } else if (next.startsWith('> ')) {
      items.push(readQuote(block, next));
      at++;
    } else if (next.startsWith('* ')) {
      items.push(readParagraph(block, true));
    } else {
      items.push(readParagraph(block, false));
    }
  }
  return items;
}

function readBullet(bullet: string): Item {
  const text = bullet.slice(2);
  const [whole, title = '', url = ''] = /^\[([^\]]*)\]\(([^)]*)\) /.exec(text) ?? [];
  if (whole === undefined) {
    return createNote({ form: 'bullet', note: text.replace(/\n {2}/g, '\n') });
  }
  return createLink({ title, url, note: text.slice(whole.length) });
}

/**
 * A lead-in that begins with a link contains the quote's source; else the quote itself names it.
 */
function readQuote(leadIn: string, block: string): Item {
  const words = block.replace(/^> /gm, '');
  const attribution = /\s--\s\[([^\]]*)\]\(([^)]*)\)$/.exec(words);
  if (attribution) {
    const [whole, , canonicalUrl = ''] = attribution;
    const markdown = words.slice(0, -whole.length);
    return createQuote({ note: leadIn, markdown, source: createSource({ canonicalUrl }) });
  }
  const [link = '', label = '', canonicalUrl = ''] = /^\[([^\]]*)\]\(([^)]*)\)/.exec(leadIn) ?? [];
  return createQuote({
    note: `{link}${leadIn.slice(link.length)}`,
    markdown: words,
    attribution: 'none',
    attributionLabel: label,
    source: createSource({ canonicalUrl }),
  });
}

function readParagraph(block: string, beforeList: boolean): Item {
  const [link, title = '', url = ''] = /\[([^\]]*)\]\(([^)]*)\)/.exec(block) ?? [];
  if (link !== undefined) {
    return createLink({
      form: 'paragraph',
      title: oneLine(title),
      url,
      note: block.replace(link, '{link}'),
    });
  }
  return beforeList ? createSection({ note: block }) : createNote({ note: block });
}
