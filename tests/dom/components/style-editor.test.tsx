import './fake-browser.ts';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { FrontMatterEditor } from '../../../components/styles/FrontMatterEditor.tsx';
import { NamesEditor } from '../../../components/styles/NamesEditor.tsx';
import { PartsEditor } from '../../../components/styles/PartsEditor.tsx';
import type { StyleProblems } from '../../../lib/client/style-example.ts';
import type { FrontMatterStyle } from '../../../lib/core/post/front-matter-style.ts';
import { defaultProfile, type TemplatePart } from '../../../lib/core/post/profile.ts';
import { fieldStyle } from '../../../lib/render/front-matter/usual.ts';
import { byRole, click, hasRole, mount, replaceText } from './support.tsx';

const select = (fieldName: string, value: string) => {
  const control = document.querySelector(`[data-field="${fieldName}"]`) as HTMLSelectElement;
  expect([...control.options].map((option) => option.value)).toContain(value);
  control.value = value;
  act(() => void control.dispatchEvent(new Event('change', { bubbles: true })));
};
const textField = (fieldName: string) =>
  document.querySelector(`[data-field="${fieldName}"]`) as HTMLInputElement;
const rows = () =>
  [...document.querySelectorAll('.style-row-name, .style-items')].map((node) => node.textContent);
/** Returns the message at a control. */
const saidAt = (control: Element) =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join();
const openRow = (at: number) =>
  click(document.querySelector(`[data-id="${at}"] .style-row-main`) as Element);

describe('the editor of a front matter', () => {
  const start: FrontMatterStyle = {
    format: 'yaml',
    fields: [
      fieldStyle({ path: ['title'], type: 'string', from: 'title' }),
      fieldStyle({ path: ['params'], type: 'map', from: 'fixed' }),
      fieldStyle({ path: ['params', 'author'], type: 'string', from: 'fixed', text: 'Ada' }),
      fieldStyle({ path: ['tags'], type: 'list', from: 'tags' }),
    ],
    indent: '  ',
    blankLines: 1,
  };
  let now = start;

  function Editor({ problems = {} }: { problems?: StyleProblems['fields'] }) {
    const [style, setStyle] = useState(start);
    now = style;
    return (
      <FrontMatterEditor
        style={style}
        isOwn={false}
        problems={problems}
        onStyle={setStyle}
        onReset={() => {}}
      />
    );
  }
  const paths = () => now.fields.map(({ path }) => path.join('/'));

  it('moves a field with what is in it, by buttons that name it', () => {
    mount(<Editor />);
    click(byRole('button', 'Move “tags” up'));
    expect(paths()).toEqual(['title', 'tags', 'params', 'params/author']);
    expect(rows()).toEqual(['title', 'tags', 'params', 'author']);
    click(byRole('button', 'Move “params” up'));
    expect(paths()).toEqual(['title', 'params', 'params/author', 'tags']);
    expect(hasRole('button', 'Move “title” up')).toBe(false);
    expect(hasRole('button', 'Move “author” down')).toBe(false);
  });

  it('renames, and keeps the last good name while there is none or it is taken', () => {
    mount(<Editor />);
    openRow(1);
    replaceText(textField('field.1.name'), 'extra');
    expect(paths()).toEqual(['title', 'extra', 'extra/author', 'tags']);
    replaceText(textField('field.1.name'), 'Tags');
    expect(paths()).toContain('extra');
    expect(saidAt(textField('field.1.name'))).toContain('taken');
    replaceText(textField('field.1.name'), '');
    expect(paths()).toContain('extra');
    expect(saidAt(textField('field.1.name'))).toContain('Enter a name');
  });

  it('sets kind, value, quotes, list form, group and what is left out', () => {
    mount(<Editor />);
    openRow(3);
    select('field.3.list', 'flow');
    select('field.3.quotes', 'double');
    click(byRole('checkbox', 'Left out when empty or false'));
    expect(now.fields[3]).toMatchObject({
      list: { open: '[', between: ', ', close: ']' },
      ...{ quotes: 'double', omitEmpty: true },
    });
    select('field.3.map', JSON.stringify(['params']));
    expect(paths()[3]).toBe('params/tags');
    select('field.3.type', 'string');
    select('field.3.from', 'fixed');
    replaceText(textField('field.3.text'), 'evening');
    expect(now.fields[3]).toMatchObject({ type: 'string', from: 'fixed', text: 'evening' });
    expect(now.fields[3]).not.toHaveProperty('list');
  });

  it('says of a date what its forms make, and takes one of one’s own', () => {
    mount(<Editor />);
    openRow(0);
    select('field.0.type', 'date');
    select('field.0.from', 'date');
    select('field.0.date', '1');
    expect(now.fields[0]).toMatchObject({ form: '%Y-%m-%d', zone: '' });
    select('field.0.date', 'own');
    replaceText(textField('field.0.form'), '%d %b %Y');
    replaceText(textField('field.0.zone'), 'Europe/Vienna');
    expect(now.fields[0]).toMatchObject({ form: '%d %b %Y', zone: 'Europe/Vienna' });
  });

  it('adds a field under a name that is free, and removes one with what is in it', () => {
    mount(<Editor />);
    click(byRole('button', 'Add field'));
    click(byRole('button', 'Add field'));
    expect(paths().slice(-2)).toEqual(['field', 'field2']);
    click(byRole('button', 'Remove the field “params”'));
    expect(paths()).toEqual(['title', 'tags', 'field', 'field2']);
  });

  it('has no fields where there is no front matter', () => {
    mount(<Editor />);
    select('frontMatter.format', 'none');
    expect(now.format).toBe('none');
    expect(hasRole('button', 'Add field')).toBe(false);
  });

  it('says at the field what of it does not work, and at its row while it is closed', () => {
    mount(<Editor problems={{ 2: { reason: 'liquid', detail: 'undefined filter: nope' } }} />);
    expect(document.querySelector('[data-id="2"]')?.textContent).toContain('doesn’t work');
    openRow(2);
    expect(saidAt(textField('field.2.text'))).toContain('undefined filter: nope');
    expect(textField('field.2.text').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('the editor of parts', () => {
  const start: TemplatePart[] = [
    { part: 'intro', template: 'It took place.', side: 'leading' },
    { part: 'thanks', template: 'Thanks.', side: 'closing' },
    { part: 'misc', template: '## Misc', side: 'closing' },
  ];
  let now = start;

  function Editor({ problems = {} }: { problems?: StyleProblems['parts'] }) {
    const [parts, setParts] = useState(start);
    now = parts;
    return (
      <PartsEditor
        parts={parts}
        isOwn
        problems={problems}
        onParts={setParts}
        onReset={() => setParts(start)}
      />
    );
  }

  it('shows where the clips are, and moves parts over them', () => {
    mount(<Editor />);
    const clips = 'Clips, notes and headings';
    expect(rows()).toEqual(['Introduction', clips, 'Thanks', 'misc']);
    click(byRole('button', 'Move “Thanks” up'));
    expect(rows()).toEqual(['Introduction', 'Thanks', clips, 'misc']);
    expect(now.map(({ side }) => side)).toEqual(['leading', 'leading', 'closing']);
  });

  it('edits text and name, and makes one for each talk', () => {
    mount(<Editor />);
    openRow(2);
    replaceText(textField('part.2.template'), '## Odds and ends');
    replaceText(textField('part.2.name'), 'odds');
    click(byRole('checkbox', 'Once for each talk, if there are several'));
    expect(now[2]).toEqual({
      ...{ part: 'odds', template: '## Odds and ends', side: 'closing', forEachTalk: true },
    });
    click(byRole('checkbox', 'Once for each talk, if there are several'));
    expect(now[2]).not.toHaveProperty('forEachTalk');
  });

  it('names none of those that a post knows by their name', () => {
    mount(<Editor />);
    openRow(1);
    expect(textField('part.1.name')).toBeNull();
  });

  it('adds one, removes all but the last, and says what does not work', () => {
    mount(<Editor problems={{ 0: { reason: 'liquid', detail: 'tag "if" not closed' } }} />);
    click(byRole('button', 'Add part'));
    expect(now.map(({ part }) => part)).toEqual(['intro', 'thanks', 'misc', 'part']);
    for (const name of ['part', 'misc', 'Thanks']) {
      click(byRole('button', `Remove the part “${name}”`));
    }
    expect(hasRole('button', 'Remove the part “Introduction”')).toBe(false);
    openRow(0);
    expect(saidAt(textField('part.0.template'))).toContain('tag "if" not closed');
    click(byRole('button', 'Back to Wrapup’s parts'));
    expect(now).toEqual(start);
  });
});

it('patterns say what they make, and what they do not know', () => {
  const made = { title: 'Tides #7', slug: 'tides-7', file: 'content/posts/tides-7.md' };
  const problems = { fields: {}, parts: {}, template: '', patterns: { slugPattern: '{{ day }}' } };
  mount(
    <NamesEditor
      profile={{ ...defaultProfile, titlePattern: 'Tides #{{ number }}' }}
      example={{ ...made, frontMatter: '', body: '', problems }}
      onEdit={() => {}}
    />,
  );
  expect(saidAt(textField('titlePattern'))).toContain('Result: Tides #7');
  expect(saidAt(textField('slugPattern'))).toContain('“{{ day }}” is not known here');
});
