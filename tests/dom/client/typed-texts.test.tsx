import { beforeEach, expect, it, vi } from 'vitest';
import { NumberField } from '../../../components/ui/NumberField.tsx';
import { keepTypedText, typedText } from '../../../lib/client/typed-texts.ts';
import { byRole, mount, replaceText } from '../components/support.tsx';

const onNumber = vi.fn();

beforeEach(() => {
  localStorage.clear();
  onNumber.mockClear();
});

const open = () =>
  mount(
    <NumberField
      label="Quotes"
      value={78}
      min={0}
      max={400}
      expected="Write a whole number."
      fieldName="quote"
      typed={typedText('quote')}
      onTyped={(text) => keepTypedText('quote', text)}
      onNumber={onNumber}
    />,
  );
const field = () => byRole('textbox', 'Quotes') as HTMLInputElement;

it('half a number is there again when the page opens again, until it is one', () => {
  open();
  replaceText(field(), '7x');
  expect(onNumber).not.toHaveBeenCalled();
  open();
  expect(field().value).toBe('7x');
  expect(field().getAttribute('aria-invalid')).toBe('true');
  replaceText(field(), '72');
  expect(onNumber).toHaveBeenCalledExactlyOnceWith(72);
  expect(typedText('quote')).toBeUndefined();
});

it.each(['{', 'null', '7', '{"quote":7}'])('what was kept as %s counts as nothing', (kept) => {
  localStorage.setItem('wrapup:options:typed', kept);
  expect(typedText('quote')).toBeUndefined();
});
