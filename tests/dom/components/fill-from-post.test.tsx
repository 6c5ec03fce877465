import './fake-browser.ts';
import { expect, it, vi } from 'vitest';
import { FillFromPost } from '../../../components/wrap-up/FillFromPost.tsx';
import {
  applyProposals,
  proposeFill,
  proposeMaterial,
} from '../../../lib/details/fill-from-event.ts';
import { readFirstSentences } from '../../../lib/posts/first-sentences.ts';
import { createWrapUp } from '../../support/items.ts';
import { byRole, click, mount } from './support.tsx';

const intro =
  'Ferret Evening took place [2026-11-18](https://e.example) 19:00 at [Hall](https://h.example) with a talk by [Ada Berg](https://a.example) about rings: [slides](https://s.example/x.pdf), [recording](https://youtu.be/AbCdEfGhIjk).';
const said = readFirstSentences([intro]);
const wrapUp = createWrapUp();
const proposals = [
  ...proposeFill(wrapUp, said.captured, { newId: () => crypto.randomUUID() }),
  ...proposeMaterial(wrapUp, said),
];
const boxes = () => [...document.querySelectorAll<HTMLInputElement>('.fill input')];

it('offers all that the sentences say, and ticks nothing of it', () => {
  const onFill = vi.fn();
  mount(<FillFromPost proposals={proposals} onFill={onFill} onDismiss={vi.fn()} />);
  expect([...document.querySelectorAll('.fill-field')].map((node) => node.textContent)).toEqual([
    ...['Event', 'Starts', 'Venue', 'Speaker', 'Talk title', 'Recording', 'Slides'],
  ]);
  expect(boxes().map(({ checked }) => checked)).toEqual(Array(7).fill(false));
  const fill = document.querySelector<HTMLButtonElement>('.fill-action button');
  expect(fill?.disabled).toBe(true);
  click(boxes()[2] as Element);
  click(boxes()[4] as Element);
  click(boxes()[5] as Element);
  click(byRole('button', 'Use what is ticked'));
  const [chosen] = onFill.mock.calls[0] ?? [];
  const changes = applyProposals(wrapUp, chosen);
  expect(Object.keys(changes).toSorted()).toEqual(['recording', 'talks', 'venue']);
  expect(changes.talks?.[0]?.title).toBe('rings');
  expect(changes.venue).toEqual({ name: 'Hall', url: 'https://h.example' });
  expect(changes.recording?.url).toBe('https://youtu.be/AbCdEfGhIjk');
});

it('says nothing where the sentences say nothing, or what is there already', () => {
  mount(<FillFromPost proposals={[]} onFill={vi.fn()} onDismiss={vi.fn()} />);
  expect(document.querySelector('.fill')).toBe(null);
  const filled = { ...wrapUp, ...applyProposals(wrapUp, proposals) };
  expect(proposeFill(filled, said.captured, { newId: () => 'x' })).toEqual([]);
  expect(proposeMaterial(filled, said)).toEqual([]);
  expect(proposeMaterial(wrapUp, { recording: '', slides: '', talkTitle: '' })).toEqual([]);
});

it('can be told to offer nothing of it', () => {
  const onDismiss = vi.fn();
  mount(<FillFromPost proposals={proposals} onFill={vi.fn()} onDismiss={onDismiss} />);
  click(byRole('button', 'Use none of this'));
  expect(onDismiss).toHaveBeenCalledOnce();
});
