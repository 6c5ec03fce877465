import './fake-browser.ts';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  MarkdownEditor,
  type MarkdownEditorProps,
  type TextEditOutcome,
} from '../../../components/preview/MarkdownEditor.tsx';
import { blur, byRole, click, focus, hasRole, mount, replaceText } from './support.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Asked = Parameters<MarkdownEditorProps['onEdit']>[0];

/** Opens the editor of a text; `answer` answers its requests. */
function open(text: string, answer: (asked: Asked) => TextEditOutcome) {
  const asked: Asked[] = [];
  const onEdit = (each: Asked) => {
    asked.push(each);
    return Promise.resolve(answer(each));
  };
  const show = mount(<MarkdownEditor text={text} onEdit={onEdit} />);
  return { asked, store: (next: string) => show(<MarkdownEditor text={next} onEdit={onEdit} />) };
}
const field = () => byRole('textbox', 'Markdown of the post') as HTMLTextAreaElement;
const pause = () =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
  });
const written = ({ text }: Asked): TextEditOutcome => ({ state: 'written', text });

describe('the Markdown of a post as one text', () => {
  it('is read a moment after the last letter, once', async () => {
    const { asked } = open('One.\n', written);
    for (const text of ['Two.\n', 'Two!\n']) replaceText(field(), text);
    expect(asked).toEqual([]);
    await pause();
    expect(asked).toEqual([{ text: 'Two!\n', over: 'One.\n', isLast: false }]);
  });

  it('is read at once when the field is left', async () => {
    const { asked } = open('One.\n', written);
    replaceText(field(), 'Two.\n');
    blur();
    expect(asked).toEqual([{ text: 'Two.\n', over: 'One.\n', isLast: true }]);
  });

  it('takes over what changes in the post elsewhere, around what was typed', async () => {
    const { asked, store } = open('One.\n\nTwo.\n', written);
    replaceText(field(), 'One!\n\nTwo.\n');
    store('One.\n\nThree.\n');
    expect(field().value).toBe('One!\n\nThree.\n');
    await pause();
    expect(asked).toEqual([{ text: 'One!\n\nThree.\n', over: 'One.\n\nThree.\n', isLast: false }]);
  });

  it('shows the lines as they are filled, and keeps what was typed meanwhile', async () => {
    const { store } = open('One.\n\nTwo.\n', () => ({
      state: 'written',
      text: 'One\nword.\n\nTwo.\n',
    }));
    replaceText(field(), 'One word.\n\nTwo.\n');
    await pause();
    replaceText(field(), 'One word.\n\nTwo!\n');
    store('One\nword.\n\nTwo.\n');
    expect(field().value).toBe('One\nword.\n\nTwo!\n');
  });

  it('keeps the caret where it is', () => {
    const { store } = open('One.\n\nTwo.\n', written);
    focus(field());
    field().setSelectionRange(7, 7);
    store('One and a half.\n\nTwo.\n');
    expect(field().value).toBe('One and a half.\n\nTwo.\n');
    expect(field().selectionStart).toBe(18);
  });

  it('says what was not taken over, keeps it, and gives it up on demand', async () => {
    open('One.\n', () => ({ state: 'refused', line: 3, text: 'No.' }));
    replaceText(field(), 'Two.\n');
    await pause();
    expect(field().value).toBe('Two.\n');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(document.querySelector('[role=status]')?.textContent).toMatch(/^Line 4 .*No\./);
    click(byRole('button', 'Back to the post’s text'));
    expect(field().value).toBe('One.\n');
    expect(hasRole('button', 'Back to the post’s text')).toBe(false);
  });

  it('shows line ends as the browser has them, and says which draft was typed over', async () => {
    const { asked } = open('One.\r\n', written);
    replaceText(field(), 'Two.\n');
    await pause();
    expect(asked).toEqual([{ text: 'Two.\n', over: 'One.\r\n', isLast: false }]);
  });

  it('is read once more when it goes away', () => {
    const { asked } = open('One.\n', written);
    replaceText(field(), 'Two.\n');
    mount(null);
    expect(asked).toEqual([{ text: 'Two.\n', over: 'One.\n', isLast: true }]);
  });
});
