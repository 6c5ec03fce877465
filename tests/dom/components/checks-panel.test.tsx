import './fake-browser.ts';
import { describe, expect, it, vi } from 'vitest';
import { ChecksPanel } from '../../../components/checks/ChecksPanel.tsx';
import { placeText } from '../../../components/checks/check-text.ts';
import { runChecks } from '../../../lib/checks/run-checks.ts';
import { byRole, click, hasRole, mount } from './support.tsx';

const text = '---\ndraft: true\n---\nIt moved from from there, to a place.\n';
const findings = runChecks(text);

function show(props: Partial<Parameters<typeof ChecksPanel>[0]> = {}) {
  const calls = { onGo: vi.fn(), onFix: vi.fn(), onTurnOff: vi.fn() };
  mount(<ChecksPanel {...{ text, findings, ...calls, ...props }} />);
  return calls;
}

describe('the checks of a post', () => {
  it('are nothing where nothing was found', () => {
    show({ findings: [] });
    expect(document.querySelector('section')).toBeNull();
  });

  it('say how many there are, and each with its sentence', () => {
    show();
    const region = document.querySelector('section');
    expect(region?.getAttribute('aria-label')).toBe('Checks');
    expect(region?.querySelector('h2')?.textContent).toBe('2 things to check');
    expect([...document.querySelectorAll('li p')].map((each) => each.textContent)).toEqual([
      'The post is marked as a draft, so the site leaves it out.',
      'The word “from” appears twice in a row.',
    ]);
  });

  it('lead to their place, mend what can be mended, and can be switched off', () => {
    const { onGo, onFix, onTurnOff } = show();
    click(byRole('button', 'Show in the post: draft: true'));
    expect(onGo).toHaveBeenCalledWith(findings[0]);
    click(byRole('button', 'Fix: The word “from” appears twice in a row.'));
    expect(onFix).toHaveBeenCalledWith(findings[1]);
    click(byRole('button', 'Turn off this check: Words that appear twice in a row'));
    expect(onTurnOff).toHaveBeenCalledWith('doubled-word');
  });

  it('are folded where there is little room', () => {
    show({ folded: true });
    const fold = document.querySelector('details');
    expect(fold?.open).toBe(false);
    expect(fold?.querySelector('summary')?.textContent).toBe('2 things to check');
  });

  it('are listed in part where there are very many', () => {
    const [finding] = findings;
    if (!finding) throw new Error('nothing found');
    show({ findings: Array.from({ length: 2_000 }, () => finding) });
    expect(document.querySelectorAll('li')).toHaveLength(30);
    click(byRole('button', 'Show all 2,000'));
    expect(document.querySelectorAll('li')).toHaveLength(2_000);
    expect(hasRole('button', 'Show all 2,000')).toBe(false);
  });
});

it('shows the text at a place', () => {
  const long = `* ${'word '.repeat(50)}`;
  expect(placeText(text, { start: text.length, end: text.length })).toBe('');
  expect(placeText(long, { start: 0, end: long.length }).length).toBeLessThanOrEqual(60);
  expect(placeText(`${long}mark ${long}`, { start: 252, end: 256 })).toMatch(/^….*mark.*…$/);
});
