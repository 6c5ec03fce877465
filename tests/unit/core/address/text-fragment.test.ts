import { describe, expect, it } from 'vitest';
import { addressAt, textDirective } from '../../../../lib/core/address/text-fragment.ts';

const found = (exact: string, prefix = '', suffix = '', language = 'en') => ({
  exact,
  prefix,
  suffix,
  language,
});
const directive = (...what: Parameters<typeof found>) =>
  decodeURIComponent(textDirective(found(...what)));

describe('words of a page', () => {
  it.each([
    [
      'a sentence',
      'Every append lands in a ring of daemons.',
      'text=Every append lands in a ring of daemons.',
    ],
    ['white space', 'Every  append\tlands in a ring', 'text=Every append lands in a ring'],
  ])('are looked for as a whole: %s', (_, exact, expected) => {
    expect(directive(exact)).toBe(expected);
  });

  it('have the signs encoded that mean something there', () => {
    expect(textDirective(found('well-known, R&D words of 100 % and more'))).toBe(
      'text=well%2Dknown%2C%20R%26D%20words%20of%20100%20%25%20and%20more',
    );
  });

  it('are looked for by their beginning and end where they are of several blocks', () => {
    expect(directive('One two three four five six.\n\nSeven eight nine ten eleven twelve.')).toBe(
      'text=One two three four five six,eight nine ten eleven twelve',
    );
    expect(directive('Heading\nOne two')).toBe('text=Heading,One two');
  });

  it('are looked for by their beginning and end where they are many', () => {
    const many = Array.from({ length: 90 }, (_, n) => `word${n}`).join(' ');
    expect(directive(many)).toBe(
      'text=word0 word1 word2 word3 word4,word85 word86 word87 word88 word89',
    );
  });

  it.each([
    [
      'Reva',
      'Some lines on the ',
      ' platform of many words',
      'text=lines on the-,Reva,-platform of many',
    ],
    ['Reva', '', '', 'text=Reva'],
    ['Every word.', 'says nothing.', 'Then', 'text=Every word.'],
    ['Reva', 'cut in here\n  ', ' now then', 'text=in here-,Reva,-now'],
    ['Reva', 'A heading\nOne two ', '.', 'text=two-,Reva'],
    // Adjacent blocks in the tree's text, without a visible boundary.
    ['Reva', 'A heading of it', 'And more words', 'text=Reva'],
  ])(
    'are told apart by what stands around them where they are few: %j',
    (exact, prefix, suffix, expected) => {
      expect(directive(exact, prefix, suffix)).toBe(expected);
    },
  );

  it.each([
    [
      'begin inside of a word',
      'eroperability layer for all storage',
      'an int',
      '',
      'text=layer for all storage',
    ],
    ['end inside of a word', 'layer for all sto', '', 'rage of it', 'text=layer for all'],
    ['are part of a word', 'operab', 'an inter', 'ility layer', 'text=interoperability'],
  ])('are whole ones where they %s', (_, exact, prefix, suffix, expected) => {
    expect(directive(exact, prefix, suffix)).toBe(expected);
  });

  it('are not looked for where a word that they are part of is not known whole', () => {
    expect(textDirective(found('operab', 'inter', 'ility'))).toBe('');
    expect(textDirective(found('…', ' ', ' '))).toBe('');
    expect(textDirective(found(''))).toBe('');
  });

  it('have borders without spaces, too', () => {
    const exact =
      '自由軟體運動的目標是讓所有電腦使用者都能擁有自由。\n使用者應該可以控制他們的程式。';
    const [start = '', end = ''] = directive(exact, '', '', 'zh').replace('text=', '').split(',');
    expect(exact.startsWith(start)).toBe(true);
    expect(exact).toContain(`${end}。`);
    expect(start.length).toBeGreaterThanOrEqual(10);
    expect(start.length).toBeLessThan(exact.length);
  });

  it('are found in a language whose tag is none', () => {
    expect(directive('Every append lands here', '', '', 'not a tag')).toBe(
      'text=Every append lands here',
    );
  });

  it('may hold half a character', () => {
    expect(textDirective(found('one two three four \ud800'))).not.toBe('');
  });
});

describe('an address at words', () => {
  const words = found('one two three four');
  it.each([
    ['https://a.example/b', 'https://a.example/b#:~:text=one%20two%20three%20four'],
    ['https://a.example/b#id', 'https://a.example/b#id:~:text=one%20two%20three%20four'],
    ['https://a.example/b#/route', 'https://a.example/b#/route:~:text=one%20two%20three%20four'],
    [
      'https://a.example/b#id:~:text=other',
      'https://a.example/b#id:~:text=one%20two%20three%20four',
    ],
    ['https://a.example/b#:~:text=other', 'https://a.example/b#:~:text=one%20two%20three%20four'],
  ])('keeps its fragment: %s', (address, expected) => {
    expect(addressAt(address, words)).toBe(expected);
  });

  it('is the address alone where there are no words to find', () => {
    expect(addressAt('https://a.example/b#id', found('…'))).toBe('https://a.example/b#id');
  });
});
