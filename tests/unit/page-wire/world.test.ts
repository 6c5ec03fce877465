import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askedOf, takeAdapters, world } from '../../../lib/page-wire/world.ts';

/**
 * A page can name an element `wrapup`: then a window has a property of that name, but not as its own.
 */
const element = { asked: undefined, confirmation: { name: 'confirmation' } };

beforeEach(() => {
  Reflect.deleteProperty(globalThis, 'wrapup');
  Object.defineProperty(Object.prototype, 'wrapup', {
    value: element,
    configurable: true,
    writable: true,
  });
});
afterEach(() => {
  Reflect.deleteProperty(Object.prototype, 'wrapup');
  Reflect.deleteProperty(globalThis, 'wrapup');
});

describe('what our scripts share in a page', () => {
  it('is not an element that the page gave the same name', () => {
    expect(world()).toEqual({ asked: {} });
    expect(askedOf('confirmation')).toBeUndefined();
  });

  it('stays from script to script', () => {
    world().asked['draw-region'] = { requestId: 'r' };
    expect(askedOf('draw-region')).toEqual({ requestId: 'r' });
  });

  it('has adapters for one reading alone', () => {
    world().adapters = [];
    expect(takeAdapters()).toEqual([]);
    expect(takeAdapters()).toBeUndefined();
  });
});
