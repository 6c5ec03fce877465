import { expect, it } from 'vitest';
import { Choice } from '../../../components/ui/Choice.tsx';
import { mount } from './support.tsx';

it.each([
  ['Hybrid Meetup', 'ltr'],
  ['5. מפגש', 'rtl'],
  ['«مرحبا»', 'rtl'],
  ['55', ''],
])('a list shows the beginning of what is chosen, in whichever language: %s', (label, dir) => {
  const options = [
    { value: 'other', label: 'Other, שונה' },
    { value: 'this', label },
  ];
  mount(<Choice label="Wrap-up" value="this" options={options} onChoice={() => undefined} />);
  expect(document.querySelector('select')?.dir).toBe(dir);
});
