import { createRequire } from 'node:module';

/** What jsdom (31) keeps behind an object that scripts see. */
interface Inner {
  isTrusted: boolean;
  _dispatch(event: Inner): boolean;
}

const { implForWrapper } = createRequire(import.meta.url)('jsdom/lib/generated/idl/utils.js') as {
  implForWrapper(object: object): Inner | null;
};

function innerOf(object: object): Inner {
  const inner = implForWrapper(object);
  if (!inner) throw new Error('jsdom keeps its objects in another way now');
  return inner;
}

/**
 * Dispatches an event like the browser does for a user's action: trusted. False if it was
 * prevented.
 */
export function byHand(target: EventTarget, event: Event): boolean {
  const inner = innerOf(event);
  inner.isTrusted = true;
  return innerOf(target)._dispatch(inner);
}

/** Types into a field: the words, with their events. */
export function typeByHand(field: HTMLInputElement | HTMLTextAreaElement, words: string): void {
  const init = { inputType: 'insertText', data: null, bubbles: true, composed: true };
  byHand(field, new InputEvent('beforeinput', init));
  field.value = words;
  byHand(field, new InputEvent('input', init));
}
