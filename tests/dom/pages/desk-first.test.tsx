import './fake-page.ts';
import { expect, it } from 'vitest';
import { Desk } from '../../../entrypoints/desk/Desk.tsx';
import { takeFirstBlocks } from '../../../lib/client/first-look.ts';
import { loadBlockRenderer } from '../../../lib/client/loaded-later.ts';
import { deps } from '../../../lib/client/services.ts';
import { createNote, createSpeaker, createWrapUp } from '../../support/items.ts';
import { mount } from '../components/support.tsx';
import { blockOf } from './a-desk.tsx';
import { showWide } from './fake-page.ts';

it('shows its first blocks with its first frame, as they will look, among the parts of the template', {
  timeout: 60_000,
}, async () => {
  const wrapUp = createWrapUp({ title: 'Tidal Meetup', speakers: [createSpeaker()] });
  const notes = Array.from({ length: 60 }, (_, at) =>
    createNote({ wrapUpId: wrapUp.id, order: `a${at + 10}`, note: `Low *water* ${at}` }),
  );
  await deps.wrapUps.put(wrapUp);
  for (const note of notes) await deps.items.put(note);
  location.hash = `#${wrapUp.id}`;
  showWide(1366);
  // Here the code comes from its sources, which may take longer than the page waits.
  await loadBlockRenderer();
  const look = await takeFirstBlocks(wrapUp.id);
  mount(<Desk look={look} />);
  // Nothing is awaited from here on.
  const rows = [...document.querySelectorAll<HTMLElement>('.desk-post .block')];
  expect(blockOf(notes[0]?.id ?? '')?.querySelector('em')?.textContent).toBe('water');
  expect(rows[0]?.dataset.kind).toBe('part');
  expect(rows.filter(({ dataset }) => dataset.kind === 'note').length).toBeGreaterThan(3);
});
