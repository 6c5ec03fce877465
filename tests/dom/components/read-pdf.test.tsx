import './fake-browser.ts';
import { describe, expect, it, vi } from 'vitest';
import { ReadPdf } from '../../../components/clips/ReadPdf.tsx';
import { byRole, click, hasRole, mount } from './support.tsx';

type Props = Parameters<typeof ReadPdf>[0];

function show(changes: Partial<Props> = {}) {
  const calls = { onRead: vi.fn(), onAllow: vi.fn(), onFile: vi.fn(), onOpenTab: vi.fn() };
  mount(
    <ReadPdf
      state={{ state: 'idle' }}
      ofQuote
      host="papers.example"
      canAsk={false}
      inPopup={false}
      {...calls}
      {...changes}
    />,
  );
  return calls;
}
const said = () => document.querySelector('[role=status]')?.textContent;
const outOfReach = { state: 'failed', failure: { code: 'pdf-out-of-reach' } } as const;

describe('reading a PDF', () => {
  it('is one button, as long as nothing is in the way', () => {
    const { onRead } = show();
    click(byRole('button', 'Read from the PDF'));
    expect(onRead).toHaveBeenCalledOnce();
    expect(document.querySelector('input[type=file]')).toBeNull();
  });

  it('asks for the host where the browser lets it, and takes the file', () => {
    const { onAllow } = show({ state: outOfReach, canAsk: true });
    expect(document.body.textContent).toContain('Wrapup asks for access to papers.example only');
    expect(hasRole('button', 'Read from the PDF')).toBe(false);
    click(byRole('button', 'Allow for papers.example'));
    expect(onAllow).toHaveBeenCalledOnce();
    expect(document.querySelector('input[type=file]')).not.toBeNull();
  });

  it('says where else it can be read', () => {
    show({ state: outOfReach });
    expect(document.body.textContent).toContain('Open the PDF in the current tab');
    expect(hasRole('button', 'Allow for papers.example')).toBe(false);
  });

  it('of a local file needs the file, which a popup takes in a tab', () => {
    const { onOpenTab } = show({ host: '', inPopup: true });
    expect(hasRole('button', 'Read from the PDF')).toBe(false);
    click(byRole('button', 'Choose the file in a tab'));
    expect(onOpenTab).toHaveBeenCalledOnce();
  });

  it.each([
    [{ sourceTitle: 'T', page: 3 }, true, false, 'Found in the PDF: title, page 3.'],
    [{}, true, false, 'The PDF says nothing new.'],
    [{ sourcePublished: '2025' }, false, true, 'Found in the PDF: date. It has no text'],
    [{}, true, true, 'The PDF says nothing new. The quote’s words are on none of its pages.'],
  ])('tells what was found: %j', (changes, hasText, pageMissing, expected) => {
    show({ state: { state: 'done', changes, hasText, pageMissing } });
    expect(said()).toContain(expected);
  });
});
