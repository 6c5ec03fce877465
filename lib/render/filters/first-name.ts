import { each, type Filter, namedOf } from './filter.ts';

/** Titles and forms of address, in lower case and without dots. */
const titles = new Set(
  'dr prof professor doc doctor ing mag dipl inf med phil rer nat habil mr mrs ms mx miss sir dame lord lady herr frau hon rev pd priv doz univ hc mba msc bsc ma ba phd'.split(
    ' ',
  ),
);

const isTitle = (word: string) => {
  const plain = word.toLowerCase().replaceAll('.', '');
  return titles.has(plain) || plain.split('-').every((part) => titles.has(part));
};
const isInitial = (word: string) => /^(?:\p{L}\.-?)+$/u.test(word) || /^\p{Lu}$/u.test(word);

/**
 * Returns a person's first name: `Dr. Jürgen F. Example` → `Jürgen`, `J. Ada Example` → `Ada`,
 * `Example, Ada` → `Ada`. A name without one is returned unchanged.
 */
export function firstName(name: string): string {
  const plain = name.replace(/\s*\([^)]*\)\s*/g, ' ').trim();
  const comma = /^([^,]+),\s*(.+)$/.exec(plain);
  // After a comma comes a degree (`Ada Example, PhD`) or the given name (`Example, Ada`).
  const given = comma?.[2]?.split(/\s+/).every(isTitle) ? comma[1] : comma?.[2];
  const words = (given ?? plain).split(/\s+/).filter((word) => word !== '' && !isTitle(word));
  return words.find((word) => !isInitial(word) && !isParticle(word)) ?? plain;
}

/** A name that is only a family name (`van der Example`) has no first name. */
function isParticle(word: string): boolean {
  return /^(?:van|von|der|den|de|da|di|du|del|la|le|zu|zur|ter|ten|af|av|al|el|bin|ibn)$/.test(
    word,
  );
}

export const firstNameFilter: Filter = {
  name: 'first_name',
  apply: (value) =>
    each(value, (element) => {
      const { name, url } = namedOf(element);
      return typeof element === 'object' ? { name: firstName(name), url } : firstName(name);
    }),
};
