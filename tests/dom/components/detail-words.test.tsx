import './fake-browser.ts';
import { expect, it } from 'vitest';
import { detailPattern, detailWords, withDetails } from '../../../components/desk/detail-words.tsx';
import { createWrapUp } from '../../support/items.ts';
import { mount } from './support.tsx';

it.each(['at Kontor 7 today', 'at Kontor\n7 today'])(
  'a venue leads to its field, also at a line end: %j',
  (text) => {
    const words = detailWords(createWrapUp({ venue: { name: 'Kontor 7', url: '' } }));
    mount(<p>{withDetails(text, words, detailPattern(words))}</p>);
    const word = document.querySelector<HTMLElement>('[data-detail="venue.name"]');
    expect(word?.textContent?.split(/\s/)).toEqual(['Kontor', '7']);
    expect(document.querySelector('p')?.textContent).toBe(text);
  },
);
