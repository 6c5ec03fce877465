import { expect, it } from 'vitest';
import { hasSecret, secretAddresses, withoutItsSecrets } from '../../../lib/clips/secrets.ts';
import {
  createImage,
  createLink,
  createNote,
  createQuote,
  createSource,
} from '../../support/items.ts';

const token = 'token=9f86d081884c7d659a2feaa0c55ad015';
const dirty = `https://a.example/x?${token}`;
const clean = 'https://a.example/x';

it('a quote’s page is reported, and the secret is removed everywhere', () => {
  const quote = createQuote({ source: createSource({ url: dirty, canonicalUrl: dirty }) });
  expect(secretAddresses(quote)).toEqual([dirty]);
  const changes = withoutItsSecrets(quote);
  expect(changes).toEqual({ source: { ...quote.source, url: clean, canonicalUrl: clean } });
  expect(hasSecret({ ...quote, ...changes } as typeof quote)).toBe(false);
});

it('so are a link’s and a picture’s own addresses', () => {
  const source = createSource({ url: clean, canonicalUrl: clean });
  expect(withoutItsSecrets(createLink({ source, url: dirty }))).toEqual({ url: clean });
  const image = createImage({ source, url: clean, linkUrl: dirty });
  expect(withoutItsSecrets(image)).toEqual({ linkUrl: clean });
});

it('what nobody reads in the post is not told of', () => {
  const source = createSource({ url: dirty, canonicalUrl: clean });
  expect(hasSecret(createQuote({ source }))).toBe(false);
  expect(hasSecret(createNote({ note: dirty }))).toBe(false);
});
