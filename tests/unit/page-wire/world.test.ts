import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConfirmationState } from '../../../lib/core/capture/confirmation-state.ts';
import { answerAnywhere, answerAt, type PageWorld, world } from '../../../lib/page-wire/world.ts';

/**
 * A page can name an element `wrapup`: then a window has a property with that name, but it is no
 * own property.
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
    expect(world()).toEqual({ asked: {}, ready: {} });
  });
});

describe('a script in a page', () => {
  const ask = (state: ConfirmationState) => world().ready.confirmation?.answer(state);
  const reading = { state: 'reading' } as const;

  beforeEach(() => {
    Object.assign(globalThis, { location: { href: 'https://tides.example/' } });
  });
  afterEach(() => Reflect.deleteProperty(globalThis, 'location'));

  it('answers what it was left, once, and what it is asked later', () => {
    const asked: unknown[] = [];
    const answer = (state: unknown) => asked.push(state) > 0;
    world().asked.confirmation = reading;
    answerAnywhere('confirmation', answer);
    answerAnywhere('confirmation', answer);
    ask(reading);
    expect(asked).toEqual([reading, undefined, reading]);
  });

  it('keeps the adapters that came with it, and leaves them to no other', () => {
    const had: unknown[] = [];
    const answer = (_: unknown, adapters: unknown) => had.push(adapters) > 0;
    const adapters: PageWorld['adapters'] = [];
    world().adapters = adapters;
    answerAt('confirmation', answer);
    ask(reading);
    answerAt('confirmation', answer);
    expect(had).toEqual([adapters, adapters, undefined]);
  });

  it('is ready for the address it ran at, if adapters matter, else for any', () => {
    answerAt('confirmation', () => true);
    expect(world().ready.confirmation?.address).toBe('https://tides.example/');
    answerAnywhere('confirmation', () => true);
    expect(world().ready.confirmation?.address).toBeUndefined();
  });
});
