import type { IconNode } from 'lucide';
import { expect, it } from 'vitest';
import { Icon } from '../../../components/ui/Icon.tsx';
import { mount } from './support.tsx';

const drawn = (of: IconNode) => {
  mount(<Icon of={of} />);
  return [...document.querySelectorAll('svg > *')].map(
    (shape) => `${shape.localName} ${shape.getAttribute('d') ?? ''}`,
  );
};

it('draws all shapes of an icon as one path', () => {
  expect(
    drawn([
      ['path', { d: 'M16 3h2' }],
      ['circle', { cx: '12', cy: '5', r: '1' }],
      ['rect', { x: '3', y: '4', width: '8', height: '6', rx: '2' }],
      ['rect', { x: '1', y: '2', width: '3', height: '4' }],
      ['line', { x1: '1', x2: '2', y1: '3', y2: '4' }],
      ['polyline', { points: '1 2 3 4' }],
    ]),
  ).toEqual([
    `path ${[
      'M16 3h2',
      'M11 5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z',
      'M5 4h4a2 2 0 0 1 2 2v2a2 2 0 0 1 -2 2h-4a2 2 0 0 1 -2 -2v-2a2 2 0 0 1 2 -2z',
      'M1 2h3v4h-3v-4z',
      'M1 3L2 4',
      'M1 2 3 4',
    ].join('')}`,
  ]);
});

it('lets no path begin where the one before ended', () => {
  const first: IconNode[number] = ['path', { d: 'M16 3h2' }];
  const after = (d: string) => drawn([first, ['path', { d }]])[0]?.replace('path M16 3h2', '');
  expect(after('m2 2 20 20')).toBe('M2 2l20 20');
  expect(after('m15 5 3-3')).toBe('M15 5l3-3');
  expect(after('m16.5.83h4')).toBe('M16.5 .83h4');
  expect(after('m-2-.5v3')).toBe('M-2 -.5v3');
});

it('leaves shapes as they are that one path cannot draw', () => {
  const icon: IconNode = [
    ['path', { d: 'M1 1h2' }],
    ['circle', { cx: '7', cy: '7', r: '1', fill: 'currentColor' }],
  ];
  expect(drawn(icon)).toEqual(['path M1 1h2', 'circle ']);
});
