import '../components/fake-browser.ts';
import { beforeEach, expect, it } from 'vitest';
import {
  DraftComposer,
  type DraftInputs,
  draftFailure,
} from '../../../lib/client/draft-composer.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { exportWrapUp } from '../../../lib/exporters/export-wrap-up.ts';
import { goldenItems, goldenWrapUp } from '../../fixtures/golden/wrap-up.ts';

const isKept = () => true;
const golden: DraftInputs = {
  wrapUp: goldenWrapUp,
  items: goldenItems,
  profile: defaultProfile,
  isKept,
};

let composer: DraftComposer;
beforeEach(() => {
  composer = new DraftComposer();
});

/** Composes one as a page does. */
async function composed(inputs: DraftInputs) {
  await composer.load(inputs.wrapUp);
  const work = composer.begin(inputs);
  while (work?.takeTurn() === false);
  return work?.assemble();
}

/** The same, as it is exported. */
const exported = ({ wrapUp, items, profile }: DraftInputs) => {
  const made = exportWrapUp(wrapUp, items, profile, isKept);
  return made.ok ? made.value : undefined;
};

/** The first note of the golden post says something else. */
const edited = {
  ...golden,
  items: goldenItems.map((item) =>
    item.id === goldenItems.find(({ kind }) => kind === 'note')?.id
      ? { ...item, note: 'Other words.' }
      : item,
  ),
};

it('begins nothing until its code is loaded', async () => {
  expect(composer.begin(golden)).toBeUndefined();
  await composer.load(goldenWrapUp);
  expect(composer.begin(golden)).toBeDefined();
});

it('composes what is exported, also after an edit', async () => {
  for (const inputs of [golden, edited, golden]) {
    const { wrapUp, items, profile } = inputs;
    const { draft, missing, files } = exported(inputs) ?? {};
    expect(await composed(inputs)).toMatchObject({
      ...{ state: 'ready', of: { wrapUp, items, profile }, text: draft, missing },
      files: files?.map(({ path }) => path),
    });
  }
});

it('keeps the list of pictures the same object while only words change', async () => {
  const [before, after] = [await composed(golden), await composed(edited)];
  const pictures = [before, after].map((draft) => draft?.state === 'ready' && draft.pictures);
  expect(pictures[0]).not.toBe(false);
  expect(pictures[1]).toBe(pictures[0]);
});

it('composes a post that was opened from a file by what it was cut into', async () => {
  const opened = { source: 'Before.\n', pieces: [] };
  const wrapUp = { ...goldenWrapUp, opened } as unknown as typeof goldenWrapUp;
  // The code for such posts is not loaded with that of others.
  await composer.load(goldenWrapUp);
  expect(composer.begin({ ...golden, wrapUp })).toBeUndefined();
  await composer.load(wrapUp);
  expect(composer.begin({ ...golden, wrapUp })).toBeDefined();
});

it('says what is wrong with a template, by the words of its engine', async () => {
  const profile = { ...defaultProfile, template: '{% if %}' };
  const draft = await composed({ ...golden, profile });
  expect(draft).toMatchObject({ state: 'failed', isOfTemplate: true });
  expect(draft?.state === 'failed' && draft.error).toContain('line:1');
  // The next one is composed as if nothing had been.
  expect(await composed(golden)).toMatchObject({ state: 'ready' });
});

it('says that a draft failed, unless the page says itself that code is missing', () => {
  expect(draftFailure(new Error('broken'))).toMatchObject({ state: 'failed', isOfTemplate: false });
  const missing = Object.assign(new Error('no network'), { code: 'code-not-loaded' });
  expect(draftFailure(missing)).toBeUndefined();
});
