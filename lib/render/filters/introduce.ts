import { escapeText } from '../../markdown/escape.ts';
import { renderLink } from '../link.ts';
import { Markdown } from '../markdown.ts';
import { type Filter, namedOf, ownText, textOf } from './filter.ts';
import { joinSentence } from './sentence.ts';

export const introduce: Filter = {
  name: 'introduce',
  apply: (value, from, and) => {
    const speakers = (Array.isArray(value) ? value : [value]).filter(isObject);
    return groups(speakers).map(({ members, affiliation }) => {
      const named = joinSentence(members.map(introduction), textOf(and) || 'and');
      const word = escapeText(textOf(from) || 'from');
      return new Markdown(affiliation === '' ? named : `${named} ${word} ${affiliation}`);
    });
  },
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function property(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** Groups adjacent speakers of the same organisation, which is named once. */
function groups(speakers: readonly object[]): { members: object[]; affiliation: string }[] {
  const out: { members: object[]; affiliation: string }[] = [];
  for (const speaker of speakers) {
    const { name, url } = namedOf(property(speaker, 'affiliation'));
    const affiliation = renderLink(name, url);
    const last = out.at(-1);
    if (last && affiliation !== '' && last.affiliation === affiliation) last.members.push(speaker);
    else out.push({ members: [speaker], affiliation });
  }
  return out;
}

function introduction(speaker: object): string {
  const { name, url } = namedOf(speaker);
  const person = renderLink(name, url);
  const role = escapeText(ownText(speaker, 'role'));
  if (role === '') return person;
  return ownText(speaker, 'role_position') === 'before'
    ? `${role} ${person}`
    : `${person} (${role})`;
}
