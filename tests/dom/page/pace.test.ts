import { afterEach, describe, expect, test } from 'vitest';
import { elementsIn } from '../../../lib/page/beyond-reading.ts';
import { cloneSpan } from '../../../lib/page/clone-span.ts';
import { isTooSlow, Pace } from '../../../lib/page/pace.ts';

afterEach(() => document.body.replaceChildren());

describe('reading that will not end in time', () => {
  test('is ended when its pace shows that, not at its limit', () => {
    expect(isTooSlow(0.4, 800, 2_400)).toBe(true);
    expect(isTooSlow(0.4, 800, 3_000)).toBe(false);
  });

  test('is not ended at its start, nor if it may just end in time', () => {
    expect(isTooSlow(0.01, 500, 2_400)).toBe(false);
    expect(isTooSlow(0.5, 800, 2_400)).toBe(false);
    expect(isTooSlow(1, 1_500, 2_400)).toBe(false);
  });

  test('counts what is left out as done: hidden parts, and elements without content', () => {
    document.body.innerHTML =
      '<p>low <b>tide</b><br></p><div hidden><p>high <i>tide</i></p></div><p><img alt="sea"></p>';
    const counted: number[] = [];
    class CountingPace extends Pace {
      override advance(elements: number): void {
        counted.push(elements);
      }
    }
    const span = {
      start: { node: document.body, offset: 0 },
      end: { node: document.body, offset: 3 },
    };
    cloneSpan(span, document.implementation.createHTMLDocument(''), {
      pace: new CountingPace(8, 1_000),
    });
    const all = document.body.querySelectorAll('*').length;
    expect(counted.reduce((sum, each) => sum + each, 0)).toBe(all);
    expect(elementsIn([span], 3)).toBe(all);
    expect(elementsIn([span], all)).toBe(0);
  });
});
