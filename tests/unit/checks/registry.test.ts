import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckId, checkIds } from '../../../lib/checks/check-ids.ts';
import { checks } from '../../../lib/checks/registry.ts';
import { type Finding, runChecks } from '../../../lib/checks/run-checks.ts';
import { anyPost } from '../../support/any-post.ts';
import { type CheckExample, checkExamples } from '../../support/check-examples.ts';
import { filesIn, read } from '../../support/source-files.ts';

const texts = JSON.parse(read('public/_locales/en/messages.json'));

/** Returns the findings of one check. */
function findingsOf(id: CheckId, { post, context }: CheckExample): Finding[] {
  const others = checks.filter((check) => check.id !== id).map((check) => check.id);
  return runChecks(post, context, new Set(others));
}

function applied(text: string, findings: readonly Finding[]): string {
  const edits = findings
    .flatMap(({ fix }) => fix ?? [])
    .sort((one, other) => one.start - other.start);
  let out = '';
  let at = 0;
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** Checks what must be true for any check's findings. */
function expectWhole(text: string, findings: readonly Finding[]): void {
  for (const { rule, start, end, firstLine, lastLine, message, fix = [] } of findings) {
    expect(checks.map(({ id }) => id)).toContain(rule);
    expect(0 <= start && start <= end && end <= text.length).toBe(true);
    expect(firstLine).toBe(text.slice(0, start).split(/\r\n?|\n/).length - 1);
    expect(lastLine).toBeGreaterThanOrEqual(firstLine);
    const wanted = new Set(texts[message.key].message.match(/\$\d/g));
    expect(message.values).toHaveLength(wanted.size);
    for (const edit of fix) expect(text.slice(edit.start, edit.end)).not.toBe(edit.text);
  }
}

it('has a file for each check, and each file in its list', () => {
  const files = filesIn('lib/checks/rules').map((path) => path.replace(/^.*\/(.*)\.ts$/, '$1'));
  expect(checks.map(({ id }) => id).sort()).toEqual(files);
  expect(checkIds).toEqual(files);
});

it('has a sentence for each check, and for nothing else', () => {
  const code = filesIn('lib/checks/rules').map(read).join('\n');
  const said = new Set(code.match(/\bcheck_\w+/g));
  const keys = Object.keys(texts).filter((key) => key.startsWith('check_'));
  expect([...said].sort()).toEqual(keys.sort());
});

describe.each(checks.map(({ id }) => id))('%s', (id) => {
  const examples = checkExamples[id] ?? [];

  it('has an example of what it says, and of what looks like it', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(examples.some(({ found }) => found.length > 0)).toBe(true);
    expect(examples.some(({ found }) => found.length === 0)).toBe(true);
  });

  it.each(examples)('$post', (example) => {
    const { post, found, fixed } = example;
    const findings = findingsOf(id, example);
    expect(findings.map(({ start, end }) => post.slice(start, end))).toEqual(found);
    expectWhole(post, findings);
    const offered = findings.some(({ fix }) => fix !== undefined);
    expect(offered ? applied(post, findings) : undefined).toBe(fixed);
    // A fixed finding is not reported again.
    if (fixed !== undefined)
      expect(findingsOf(id, { ...example, post: fixed }).length).toBeLessThanOrEqual(
        id === 'linked-earlier' ? found.length : 0,
      );
  });

  it('says the same of a text with line ends of Windows', () => {
    for (const example of examples) {
      if (example.context?.items) continue;
      const post = example.post.replaceAll('\n', '\r\n');
      const findings = findingsOf(id, { ...example, post });
      expect(findings.map(({ start, end }) => post.slice(start, end).trimEnd())).toEqual(
        example.found.map((each) => each.replaceAll('\n', '\r\n')),
      );
    }
  });

  it('is silent where it is switched off', () => {
    for (const { post, context } of examples) {
      expect(runChecks(post, context, new Set([id])).filter(({ rule }) => rule === id)).toEqual([]);
    }
  });
});

it('takes any text, and finds places that are there', () => {
  const context = {
    now: '2026-01-01T00:00:00Z',
    speakers: [{ name: 'Ada' }],
    talks: [{ title: 'a', speakers: [] }],
    shortcodes: new Set<string>(),
    missingPictures: new Set(['/a.png']),
    linkedBefore: () => ({ title: 'a', url: 'https://a.example' }),
  };
  fc.assert(
    fc.property(anyPost, (post) => {
      expectWhole(post, runChecks(post, context));
    }),
  );
});

it('names the item that is there', () => {
  const [example] = checkExamples['quote-words'] ?? [];
  const [finding] = example ? findingsOf('quote-words', example) : [];
  expect(finding?.itemId).toBe(example?.context?.items?.[0]?.item.id);
});
