import './fake-browser.ts';
import { expect, it, vi } from 'vitest';
import { TemplateSentences } from '../../../entrypoints/options/TemplateSentences.tsx';
import { defaultProfile, type Profile } from '../../../lib/core/post/profile.ts';
import { shippedThanks } from '../../../lib/render/template/shipped-parts.ts';
import { byRole, click, hasRole, mount, replaceText } from './support.tsx';

function show(changes: Partial<Profile> = {}, problems = { headingFirst: '', thanks: '' }) {
  const onEdit = vi.fn();
  const profile = { ...defaultProfile, ...changes };
  mount(<TemplateSentences {...{ profile, shippedThanks, problems, onEdit }} />);
  return onEdit;
}

it('takes a heading, words of thanks and whether a picture is linked', () => {
  const onEdit = show();
  replaceText(byRole('textbox', 'Heading before the intro'), '## {{ event.name }}');
  replaceText(byRole('textbox', 'Words of thanks'), 'Cheers!');
  click(byRole('checkbox', 'Link a recording’s picture to the recording'));
  expect(onEdit.mock.calls).toEqual([
    [{ headingFirst: '## {{ event.name }}' }],
    [{ thanks: 'Cheers!' }],
    [{ linkPicture: true }],
  ]);
});

it('shows the usual words of thanks, and stores none for them', () => {
  const onEdit = show();
  const thanks = byRole('textbox', 'Words of thanks') as HTMLTextAreaElement;
  expect(thanks.value).toBe(shippedThanks);
  replaceText(thanks, '');
  expect(onEdit).toHaveBeenLastCalledWith({ thanks: '' });
});

it('says at the text what is wrong with it', () => {
  show({}, { headingFirst: 'Line 1 is wrong.', thanks: '' });
  const heading = byRole('textbox', 'Heading before the intro');
  expect(heading.getAttribute('aria-invalid')).toBe('true');
  const said = (heading.getAttribute('aria-describedby') ?? '').split(' ');
  expect(said.map((id) => document.getElementById(id)?.textContent).join()).toContain(
    'Line 1 is wrong.',
  );
});

it('offers no sentences of a template that is not in use', () => {
  show({ template: '{{ items }}' });
  expect(hasRole('textbox', 'Words of thanks')).toBe(false);
  expect(document.body.textContent).toContain('recording.picture_link');
});
