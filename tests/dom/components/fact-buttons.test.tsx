import './fake-browser.ts';
import { describe, expect, it, vi } from 'vitest';
import { ClipFacts } from '../../../components/clips/ClipFacts.tsx';
import { RowFact } from '../../../components/clips/RowFact.tsx';
import { FactButtons } from '../../../components/wrap-up/FactButtons.tsx';
import type { SourcedClip } from '../../../lib/core/post/item.ts';
import { addTalk, changeTalk } from '../../../lib/core/post/talks.ts';
import { createLink } from '../../support/items.ts';
import { image, uuid, wrapUp, wrapUpId } from '../../support/records.ts';
import { byRole, click, hasRole, mount } from './support.tsx';

const repository = { url: 'https://github.com/tidepool-db/tidepool', title: 'Tidepool' };
const one = wrapUp();
const added = { ...one, ...addTalk(one, uuid(7)) };
const two = { ...added, ...changeTalk(added, uuid(7), { title: 'Rings' }) };
const buttons = () =>
  [...document.querySelectorAll('.facts button')].map((each) => each.getAttribute('aria-label'));

describe('what a page can be to the details', () => {
  it('is one click each, and what its address says comes first', () => {
    const onFact = vi.fn();
    mount(<FactButtons wrapUp={one} page={repository} label="Page" onFact={onFact} />);
    expect(buttons()).toEqual([
      'Use as Repository',
      'Use as Slides',
      'Use as Recording',
      'Use as Event',
    ]);
    expect(byRole('button', 'Use as Repository').className).toContain('likely');
    click(byRole('button', 'Use as Slides'));
    expect(onFact.mock.calls).toEqual([['slides', expect.anything(), repository]]);
  });

  it('asks for the talk where there are several', () => {
    const onFact = vi.fn();
    mount(<FactButtons wrapUp={two} page={repository} label="Page" onFact={onFact} />);
    click(byRole('button', 'Use as Repository'));
    expect(onFact).not.toHaveBeenCalled();
    click(byRole('menuitem', 'Rings'));
    expect(onFact.mock.calls[0]?.[1]).toMatchObject({ id: uuid(7) });
    click(byRole('button', 'Use as Event'));
    expect(onFact.mock.calls[1]?.slice(0, 2)).toMatchObject(['event', { id: wrapUpId }]);
  });

  it('is no button where the details have it already', () => {
    const there = { ...one, ...changeTalk(one, undefined, { repository: repository.url }) };
    mount(<FactButtons wrapUp={there} page={repository} label="Page" onFact={() => {}} />);
    expect(hasRole('button', 'Use as Repository')).toBe(false);
    expect(byRole('img', 'Repository: already in the details')).toBeTruthy();
  });
});

describe('the row of a clip', () => {
  const repositoryLink = createLink({ url: repository.url, title: 'Tidepool' });
  const show = (evening: typeof one, clip: SourcedClip = repositoryLink) => {
    const calls = { onFact: vi.fn(), onRecordingPicture: vi.fn() };
    mount(<RowFact wrapUp={evening} clip={clip} tabIndex={0} {...calls} />);
    return calls;
  };

  it('offers what its address says, with one click', () => {
    const { onFact } = show(one);
    click(byRole('button', 'Use as Repository'));
    expect(onFact.mock.calls[0]?.[0]).toBe('repository');
  });

  it('offers nothing that the address does not say, or that the details have', () => {
    show(one, createLink({ url: 'https://tidepool.example/notes' }));
    expect(document.querySelector('button')).toBeNull();
    show({ ...one, ...changeTalk(one, undefined, { repository: repository.url }) });
    expect(document.querySelector('button')).toBeNull();
  });

  it('offers a frame of a recording as its picture, until it has one', () => {
    const frame = image(2, { linkUrl: 'https://youtu.be/abc-DEF_123?t=40' });
    const { onRecordingPicture } = show(two, frame);
    click(byRole('button', 'Use as the recording’s picture'));
    click(byRole('menuitem', 'Rings'));
    expect(onRecordingPicture.mock.calls[0]?.[1]).toMatchObject({ id: uuid(7) });
    const recording = { url: '', picture: '/images/a.png', pictureAlt: '' };
    show({ ...one, recording }, frame);
    expect(document.querySelector('button')).toBeNull();
  });
});

describe('a clipped frame', () => {
  const frame = image(2, { linkUrl: 'https://youtu.be/abc-DEF_123?t=40' });
  const show = (evening: typeof one) => {
    const onPicture = vi.fn();
    mount(
      <ClipFacts wrapUp={evening} clip={frame} onFact={() => {}} onRecordingPicture={onPicture} />,
    );
    return onPicture;
  };

  it('becomes the recording’s picture with one click, which comes first', () => {
    const onPicture = show(one);
    expect(buttons()[0]).toBe('Use as the recording’s picture');
    click(byRole('button', 'Use as the recording’s picture'));
    expect(onPicture.mock.calls).toEqual([[frame, expect.anything()]]);
  });

  it('is that of the talk whose recording it is from, without a question', () => {
    const recording = { url: 'https://youtu.be/abc-DEF_123', picture: '', pictureAlt: '' };
    const onPicture = show({ ...two, ...changeTalk(two, uuid(7), { recording }) });
    click(byRole('button', 'Use as the recording’s picture'));
    expect(onPicture.mock.calls[0]?.[1]).toMatchObject({ id: uuid(7) });
  });
});
