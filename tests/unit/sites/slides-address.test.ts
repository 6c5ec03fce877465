import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSlidesAddress } from '../../../lib/sites/slides-address.ts';
import { anyText } from '../../support/any-text.ts';

const key = '1aB-cD_eF2gH3iJ4kL5mN6oP7qR8sT9uV0wX';

describe('slides are known by their address', () => {
  test.each([
    ['https://speakerdeck.com/ada/rings?slide=12', 'https://speakerdeck.com/ada/rings'],
    [
      `https://docs.google.com/presentation/d/${key}/edit#slide=id.p`,
      `https://docs.google.com/presentation/d/${key}`,
    ],
    [
      `https://docs.google.com/presentation/u/1/d/${key}/edit`,
      `https://docs.google.com/presentation/d/${key}`,
    ],
    [
      `https://docs.google.com/presentation/d/e/${key}/pub?start=false`,
      `https://docs.google.com/presentation/d/e/${key}/pub`,
    ],
    [
      'https://www.slideshare.net/slideshow/rings/12345#2',
      'https://www.slideshare.net/slideshow/rings/12345',
    ],
    ['https://de.slides.com/ada/rings', undefined],
    ['https://slides.com/ada/rings#/3', 'https://slides.com/ada/rings'],
    ['https://noti.st/ada/AbC123/rings', 'https://noti.st/ada/AbC123/rings'],
    ['https://ada.example/rings-slides.pdf?utm_source=x', 'https://ada.example/rings-slides.pdf'],
    ['https://ada.example/2026_talk.pdf', 'https://ada.example/2026_talk.pdf'],
    ['https://ada.example/Folien/ringe.pdf', 'https://ada.example/Folien/ringe.pdf'],
    ['https://ada.example/deck.pptx', 'https://ada.example/deck.pptx'],
  ])('%s', (address, slides) => {
    expect(parseSlidesAddress(address)).toBe(slides);
  });

  test.each([
    'https://speakerdeck.com/ada',
    'https://speakerdeck.com/search/rings',
    'https://docs.google.com/document/d/1aB-cD_eF2gH3iJ4kL5',
    'https://www.slideshare.net/ada',
    'https://slides.com/explore/rings',
    'https://noti.st/ada',
    'https://ada.example/papers/rings.pdf',
    'https://ada.example/talking-heads.pdf',
    'https://ada.example/slides',
    'https://evil.example/speakerdeck.com/ada/rings',
  ])('is not of slides: %s', (address) => {
    expect(parseSlidesAddress(address)).toBeUndefined();
  });

  test('whatever it is, it throws nothing', () => {
    fc.assert(
      fc.property(anyText(), fc.webUrl({ withFragments: true }), (text, url) => {
        parseSlidesAddress(text);
        parseSlidesAddress(`${url}${text}`);
      }),
    );
  });
});
