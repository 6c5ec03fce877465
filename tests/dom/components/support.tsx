import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';

/** Removes what is rendered, so that no timer outlives its test. */
function unmount(): void {
  const root = document.getElementById('root');
  if (root) act(() => render(null, root));
}
afterEach(unmount);

/** Renders into a fresh body; returns how to render again with other props. */
export function mount(child: ComponentChild): (child: ComponentChild) => void {
  unmount();
  document.body.innerHTML = '<div id="root"></div>';
  const root = document.getElementById('root') as HTMLElement;
  const show = (next: ComponentChild) => {
    act(() => render(next, root));
  };
  show(child);
  return show;
}

/** Returns the only element with this role and accessible name; fails if there is none, or more. */
export function byRole(role: string, name: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('*')].filter(
    (element) => roleOf(element) === role && nameOf(element) === name,
  );
  if (found.length !== 1) throw new Error(`${found.length} of role ${role} named “${name}”`);
  return found[0] as HTMLElement;
}

export function hasRole(role: string, name: string): boolean {
  return [...document.querySelectorAll('*')].some(
    (element) => roleOf(element) === role && nameOf(element) === name,
  );
}

function roleOf(element: Element): string {
  const implicit: Record<string, string> = { BUTTON: 'button', TEXTAREA: 'textbox', A: 'link' };
  const input = element instanceof HTMLInputElement;
  const typed = input ? (element.type === 'checkbox' ? 'checkbox' : 'textbox') : '';
  return element.getAttribute('role') ?? (typed || implicit[element.tagName] || '');
}

/** Implements as much of the accessible-name computation as our controls need. */
export function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label !== null) return label;
  const labelled = (element as HTMLInputElement).labels?.[0];
  return visibleText(labelled ?? element);
}

function visibleText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  for (const icon of copy.querySelectorAll('svg[aria-label]')) {
    icon.replaceWith(`${icon.getAttribute('aria-label')} `);
  }
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function click(element: Element): void {
  act(
    () => void element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })),
  );
}

/** Presses a key on the focused element; returns whether the browser's default was prevented. */
export function press(key: string, modifiers: KeyboardEventInit = {}): boolean {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    cancelable: true,
    ...modifiers,
  });
  act(() => void target.dispatchEvent(event));
  return event.defaultPrevented;
}

/**
 * Types into a field as the browser reports it: the whole value, with one input event per
 * character.
 */
export function type(element: HTMLElement, text: string): void {
  const field = element as HTMLInputElement;
  act(() => field.focus());
  for (const char of text) {
    act(() => {
      field.value += char;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  }
}

/** Sets a value at once, like pasting over everything. */
export function replaceText(element: HTMLElement, text: string): void {
  const field = element as HTMLInputElement;
  act(() => field.focus());
  act(() => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

export function focus(element: HTMLElement): void {
  act(() => element.focus());
}

export function blur(): void {
  act(() => (document.activeElement as HTMLElement | null)?.blur());
}
