import './fake-browser.ts';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FolderPanel } from '../../../components/preview/FolderPanel.tsx';
import { ProgressBar } from '../../../components/ui/ProgressBar.tsx';
import { byRole, click, hasRole, mount } from './support.tsx';

describe('progress', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

  it('shows only where something takes long, with a name, a value and a way to end it', () => {
    const onCancel = vi.fn();
    const show = mount(<ProgressBar label="Exporting" done={0} total={0} onCancel={onCancel} />);
    pass(149);
    expect(hasRole('progressbar', 'Exporting')).toBe(false);
    pass(1);
    expect(byRole('progressbar', 'Exporting').hasAttribute('aria-valuenow')).toBe(false);
    show(<ProgressBar label="Exporting" done={3} total={12} hint="Wait." onCancel={onCancel} />);
    const bar = byRole('progressbar', 'Exporting');
    expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual([
      '3',
      '12',
    ]);
    expect(document.body.textContent).toContain('3 of 12');
    expect(document.body.textContent).toContain('Wait.');
    click(byRole('button', 'Cancel'));
    expect(onCancel).toHaveBeenCalledOnce();
  });
});

describe('the site’s folder', () => {
  type Props = Parameters<typeof FolderPanel>[0];
  const report = {
    written: ['content/posts/rings.md'],
    asTheyWere: ['static/images/a.png', 'static/images/b.png'],
    kept: [],
    asked: [],
    failed: [],
    cleaned: [],
    unused: [],
    stopped: undefined,
  };
  const there = 'a'.repeat(64);
  const show = (changes: Partial<Props> = {}) => {
    const calls = { onSave: vi.fn(), onPick: vi.fn(), onAnswer: vi.fn(), onDismiss: vi.fn() };
    mount(<FolderPanel name="blog" report={report} {...calls} {...changes} />);
    return calls;
  };
  const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';

  it('is chosen first', () => {
    const { onSave } = show({ name: undefined, report: null });
    expect(text()).toContain('Choose the folder of your site');
    click(byRole('button', 'Choose the site’s folder'));
    expect(onSave).toHaveBeenCalledOnce();
    expect(hasRole('button', 'Choose another folder')).toBe(false);
  });

  it('says what was written and what was not', () => {
    show();
    expect(text()).toContain('blog: 1 file changed, 2 unchanged.');
    expect(text()).toContain('content/posts/rings.md');
    show({ report: { ...report, written: [], kept: ['x.md'] } });
    expect(text()).toContain('blog: 0 files changed, 2 unchanged, 1 kept as yours.');
  });

  it('says what is no longer used', () => {
    show({ report: { ...report, unused: ['content/posts/old.md'] } });
    expect(text()).toMatch(/does not use these files any more.*content\/posts\/old\.md/);
  });

  it('asks in place which version stays', () => {
    const path = 'content/posts/rings.md';
    const { onAnswer } = show({ report: { ...report, asked: [{ path, there }] } });
    click(byRole('button', `Keep mine: ${path}`));
    click(byRole('button', `Overwrite ${path}`));
    expect(onAnswer.mock.calls).toEqual([
      [path, { does: 'keep', there }],
      [path, { does: 'overwrite', there }],
    ]);
  });

  it('says why it ended early or what one file could not take, and goes on from there', () => {
    const { onSave } = show({
      report: {
        ...report,
        failed: [{ path: 'static/images/c.png', failure: { code: 'file-locked' } }],
        stopped: { failure: { code: 'folder-full' }, left: ['static/images/d.png'] },
      },
    });
    expect(document.querySelector('[role=alert]')?.textContent).toContain('The disk is full.');
    expect(text()).toContain('1 file was not written.');
    expect(text()).toContain('static/images/c.png was not written. It is write-protected');
    click(byRole('button', 'Save to the site’s folder'));
    expect(onSave).toHaveBeenCalledOnce();
  });
});
