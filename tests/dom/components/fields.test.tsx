import './fake-browser.ts';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { NumberField } from '../../../components/ui/NumberField.tsx';
import { TextField } from '../../../components/ui/TextField.tsx';
import { DateField } from '../../../components/wrap-up/DateField.tsx';
import { TagField } from '../../../components/wrap-up/TagField.tsx';
import { dateToText, textToDate } from '../../../lib/core/time/date-text.ts';
import { dateInWords } from '../../../lib/core/time/date-words.ts';
import { blur, byRole, click, mount, press, replaceText, type } from './support.tsx';

const value = (element: HTMLElement) => (element as HTMLInputElement).value;

describe('a text field', () => {
  it('calls back with every keystroke', () => {
    const onText = vi.fn();
    mount(<TextField label="Title" value="" onText={onText} />);
    type(byRole('textbox', 'Title'), 'abc');
    expect(onText.mock.calls).toEqual([['a'], ['ab'], ['abc']]);
  });

  /** A field whose text is stored as it is typed, and another window that writes to it. */
  function mountStored(start: string) {
    let write: (text: string) => void = () => {};
    function Live() {
      const [text, setText] = useState(start);
      write = setText;
      return <TextField label="Note" lines={2} value={text} onText={setText} />;
    }
    mount(<Live />);
    const field = byRole('textbox', 'Note') as HTMLTextAreaElement;
    return { field, elsewhere: (text: string) => act(() => write(text)) };
  }

  it('with the cursor in it shows what another window typed, the caret behind the same words', () => {
    const { field, elsewhere } = mountStored('one two');
    act(() => field.focus());
    field.setSelectionRange(3, 3);
    elsewhere('Forty-seven letters of it. one two');
    expect(value(field)).toBe('Forty-seven letters of it. one two');
    expect([field.selectionStart, field.selectionEnd]).toEqual([30, 30]);
    type(field, '!');
    expect(value(field)).toBe('Forty-seven letters of it. one two!');
  });

  it('keeps what is typed in it over what another window wrote meanwhile', () => {
    const { field, elsewhere } = mountStored('one two');
    type(field, ' three');
    elsewhere('zero one two');
    elsewhere('zero one two three');
    expect(value(field)).toBe('zero one two three');
    blur();
    expect(value(field)).toBe('zero one two three');
  });

  it('keeps the typed form of what is stored in another', () => {
    function Trimmed() {
      const [text, setText] = useState('');
      return <TextField label="Note" value={text} onText={(typed) => setText(typed.trim())} />;
    }
    mount(<Trimmed />);
    type(byRole('textbox', 'Note'), 'one two ');
    expect(value(byRole('textbox', 'Note'))).toBe('one two ');
  });

  it('follows the stored value while nobody types in it', () => {
    const show = mount(<TextField label="Title" value="old" onText={() => {}} />);
    show(<TextField label="Title" value="from elsewhere" onText={() => {}} />);
    expect(value(byRole('textbox', 'Title'))).toBe('from elsewhere');
  });
});

describe('a date field', () => {
  function mountDate(onValue: (date: string) => void) {
    function Live() {
      const [date, setDate] = useState('2026-03-19T10:30:00+01:00');
      return (
        <DateField
          label="Date"
          value={dateToText(date)}
          read={(text) =>
            textToDate(text, date, 'Europe/Berlin', { near: '2026-03-19', dayFirst: false })
          }
          words={dateInWords(date.slice(0, 16), 'en-GB')}
          local={date.slice(0, 16)}
          pickLabel="Choose the date"
          placeholder=""
          fieldName="date"
          typed={undefined}
          onTyped={() => {}}
          onRead={({ date: next }) => {
            setDate(next);
            onValue(next);
          }}
        />
      );
    }
    mount(<Live />);
    return byRole('textbox', 'Date');
  }

  it('keeps the last good value in the store and the text in the field', () => {
    const onValue = vi.fn();
    const field = mountDate(onValue);
    replaceText(field, '2026-02-30 10:30 +01:00');
    blur();
    expect(onValue).not.toHaveBeenCalled();
    expect(value(field)).toBe('2026-02-30 10:30 +01:00');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('no such day');
  });

  it('stores what is understood, and writes it in full when one leaves', () => {
    const onValue = vi.fn();
    const field = mountDate(onValue);
    replaceText(field, '2026-3-9 9:05 +2');
    expect(onValue).toHaveBeenLastCalledWith('2026-03-09T09:05:00+02:00');
    expect(value(field)).toBe('2026-3-9 9:05 +2');
    blur();
    expect(value(field)).toBe('2026-03-09 09:05 +02:00');
  });

  it('says in words how it read what could be read in two ways', () => {
    const onValue = vi.fn();
    const field = mountDate(onValue);
    replaceText(field, '3/4/2026');
    expect(onValue).toHaveBeenLastCalledWith('2026-03-04T10:30:00+01:00');
    const described = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('4 March 2026');
  });

  it('takes the browser’s picker, and says what is wrong once it is empty', () => {
    const onValue = vi.fn();
    mountDate(onValue);
    const picker = document.querySelector('input[type=datetime-local]') as HTMLInputElement;
    const showPicker = vi.fn();
    picker.showPicker = showPicker;
    click(byRole('button', 'Choose the date'));
    expect(showPicker).toHaveBeenCalled();
    expect(picker.value).toBe('2026-03-19T10:30');
    act(() => {
      picker.value = '2026-07-01T19:00';
      picker.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    expect(onValue).toHaveBeenLastCalledWith('2026-07-01T19:00:00+02:00');
    expect(value(byRole('textbox', 'Date'))).toBe('2026-07-01 19:00 +02:00');
    replaceText(byRole('textbox', 'Date'), '');
    expect(byRole('textbox', 'Date').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('a number field', () => {
  it.each(['', '-1', '401', '7.5', 'x'])('does not take %j', (text) => {
    const onNumber = vi.fn();
    mount(
      <NumberField
        label="Column"
        value={78}
        min={0}
        max={400}
        expected="A number."
        fieldName="column"
        onNumber={onNumber}
      />,
    );
    replaceText(byRole('textbox', 'Column'), text);
    expect(onNumber).not.toHaveBeenCalled();
    expect(byRole('textbox', 'Column').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('the tags', () => {
  function mountTags(start: string[]) {
    const onTags = vi.fn();
    function Live() {
      const [tags, setTags] = useState(start);
      return (
        <TagField
          tags={tags}
          typed=""
          onTyped={() => {}}
          onTags={(next) => {
            setTags(next);
            onTags(next);
          }}
        />
      );
    }
    mount(<Live />);
    return { onTags, field: byRole('textbox', 'Tags') };
  }

  it('take a tag at a comma and at Enter', () => {
    const { onTags, field } = mountTags([]);
    type(field, 'go,');
    expect(onTags).toHaveBeenLastCalledWith(['go']);
    expect(value(field)).toBe('');
    type(field, 'meetup');
    expect(press('Enter')).toBe(true);
    expect(onTags).toHaveBeenLastCalledWith(['go', 'meetup']);
  });

  it('take a list at once, and none twice', () => {
    const { onTags, field } = mountTags(['go']);
    replaceText(field, 'summary, go,  cloud storage ,');
    expect(onTags).toHaveBeenLastCalledWith(['go', 'summary', 'cloud storage']);
  });

  it('give the last one back at Backspace in the empty field', () => {
    const { onTags, field } = mountTags(['go', 'meetup']);
    act(() => field.focus());
    press('Backspace');
    expect(onTags).toHaveBeenLastCalledWith(['go']);
  });

  it('are removed by a button that says which', () => {
    const { onTags } = mountTags(['go', 'meetup']);
    click(byRole('button', 'Remove the tag “go”'));
    expect(onTags).toHaveBeenLastCalledWith(['meetup']);
  });
});
