import './fake-browser.ts';
import { describe, expect, it, vi } from 'vitest';
import { ClipFacts } from '../../../components/clips/ClipFacts.tsx';
import { FactButtons } from '../../../components/wrap-up/FactButtons.tsx';
import { addTalk, changeTalk } from '../../../lib/core/post/talks.ts';
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
