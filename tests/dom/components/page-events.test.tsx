import './fake-browser.ts';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it } from 'vitest';
import type { InspectedPage, PageEdge } from '../../../components/hooks/use-page.ts';
import { type PageEvents, usePageEvents } from '../../../components/hooks/use-page-events.ts';
import { failure } from '../../../lib/core/base/errors.ts';
import { fail, ok } from '../../../lib/core/base/result.ts';
import { pageInfo } from '../../support/records.ts';
import { mount } from './support.tsx';

type Answer = Awaited<ReturnType<PageEdge['readEvents']>>;

let answers: ((answer: Answer) => void)[];
let shown: { events: PageEvents; look(): void };

function Probe({ inspected }: { inspected: InspectedPage }) {
  const page = {
    inspected,
    readEvents: () => new Promise<Answer>((resolve) => answers.push(resolve)),
  };
  shown = usePageEvents(page as unknown as PageEdge);
  return null;
}

const looked = (url: string, hasEvent: boolean, hasCalendar = false): InspectedPage =>
  ok({
    page: pageInfo({ url }),
    hasSelection: false,
    selectionPreview: '',
    hasEvent,
    hasCalendar,
  }) as InspectedPage;
const nobody = { name: '', url: '' };
const found = (pageUrl: string): Answer =>
  ok({
    pageUrl,
    events: [
      {
        event: { name: 'Meetup', url: '', startsAt: '', timeZone: '' },
        venue: nobody,
        organiser: nobody,
        performers: [],
      },
    ],
  });
const answer = (at: number, what: Answer) => act(async () => answers[at]?.(what));

beforeEach(() => {
  answers = [];
});

it('a page with an event is read on its own; one with a calendar alone is not', async () => {
  const show = mount(<Probe inspected={undefined} />);
  expect(shown.events).toEqual({ state: 'reading' });
  show(<Probe inspected={looked('https://a.example/', false, true)} />);
  expect(shown.events).toEqual({ state: 'none', calendar: true });
  expect(answers).toHaveLength(0);
  show(<Probe inspected={looked('https://b.example/', true)} />);
  expect(answers).toHaveLength(1);
  await answer(0, found('https://b.example/'));
  expect(shown.events).toMatchObject({ state: 'found', pageUrl: 'https://b.example/' });
});

it('a page that could not be read says why, and not that there is no event on it', async () => {
  const why = failure('page-not-granted');
  const show = mount(<Probe inspected={fail(why)} />);
  expect(shown.events).toEqual({ state: 'unread', failure: why });
  show(<Probe inspected={looked('https://a.example/', false)} />);
  expect(shown.events).toEqual({ state: 'none', calendar: false });
});

it('an answer that was overtaken is not shown', async () => {
  const show = mount(<Probe inspected={looked('https://a.example/', true)} />);
  show(<Probe inspected={looked('https://b.example/', true)} />);
  await answer(1, found('https://b.example/'));
  await answer(0, found('https://a.example/'));
  expect(shown.events).toMatchObject({ pageUrl: 'https://b.example/' });
});

it('what a calendar said stays when the same page is looked at again', async () => {
  const show = mount(<Probe inspected={looked('https://a.example/', false, true)} />);
  act(() => shown.look());
  await answer(0, fail(failure('calendar-unreadable')));
  expect(shown.events).toMatchObject({ state: 'failed' });
  show(<Probe inspected={looked('https://a.example/', false, true)} />);
  expect(shown.events).toMatchObject({ state: 'failed' });
  show(<Probe inspected={looked('https://b.example/', false)} />);
  expect(shown.events).toEqual({ state: 'none', calendar: false });
});
