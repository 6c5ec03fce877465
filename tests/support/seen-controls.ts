import type { Page } from 'puppeteer-core';

/**
 * Returns controls that are smaller than 44 by 44 pixels; runs in the page. A link in a sentence is
 * as high as its line.
 */
export function tooSmallForFingers(): string[] {
  const controls = document.querySelectorAll<HTMLElement>(
    'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=option], [tabindex="0"]',
  );
  return [...controls].flatMap((control) => {
    if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return [];
    if (control.closest('.visually-hidden, [inert]')) return [];
    const style = getComputedStyle(control);
    const isInSentence = control.closest('p, li, dd, td, blockquote') !== null;
    if (isInSentence && /^inline(?:-block)?$/.test(style.display)) return [];
    // Pressing the label counts, too.
    const label = (control as HTMLInputElement).labels?.[0];
    const isBox = control.matches('[type=checkbox], [type=radio]');
    // A whole block of the draft can be pressed, and so can the whole chip.
    const whole = control.closest('.draft-block, .details-chip') ?? control;
    const { width, height } = (isBox && label ? label : whole).getBoundingClientRect();
    if (width === 0 || (width >= 43.5 && height >= 43.5)) return [];
    const name = control.getAttribute('aria-label') ?? control.textContent?.trim().slice(0, 30);
    const where = control.getAttribute('class') ?? '';
    return [`${control.tagName}.${where} “${name}” ${Math.round(width)}×${Math.round(height)}`];
  });
}

/** Returns controls that look the same whether they are chosen or not; runs in the page. */
export function unlikeStates(): string[] {
  const states = ['aria-selected', 'aria-pressed', 'aria-current', 'aria-invalid'];
  // Shadows are not painted in forced colours, and an element without a background looks like the
  // page.
  const page = getComputedStyle(document.body).backgroundColor;
  const look = (element: Element) =>
    ['', '::before', '::after']
      .map((part) => {
        const style = getComputedStyle(element, part || undefined);
        return [
          style.content,
          style.color,
          style.backgroundColor === 'rgba(0, 0, 0, 0)' ? page : style.backgroundColor,
          style.borderColor,
          style.borderStyle,
          style.borderWidth,
          style.outline,
          style.fontWeight,
          style.textDecoration,
        ].join();
      })
      .join('\n');
  return states.flatMap((state) =>
    [...document.querySelectorAll(`[${state}]`)].flatMap((element) => {
      const now = element.getAttribute(state) ?? '';
      const before = look(element);
      element.setAttribute(state, now === 'true' ? 'false' : 'true');
      const after = look(element);
      element.setAttribute(state, now);
      return before === after ? [`${state} of ${element.outerHTML.slice(0, 120)}`] : [];
    }),
  );
}

/**
 * Goes through the page with the Tab key. Returns which controls look the same while focused, or
 * are covered then.
 */
export async function focusUnseen(page: Page): Promise<string[]> {
  const found = new Set<string>();
  const passed = new Set<string>();
  await page.bringToFront();
  await page.evaluate(rememberLooks);
  for (;;) {
    await page.keyboard.press('Tab');
    let at = await page.evaluate(lookAtFocus);
    // Without a focus, the first Tab in a dialog goes to the browser's own controls.
    if (at === null && passed.size === 0) {
      await page.keyboard.press('Tab');
      at = await page.evaluate(lookAtFocus);
    }
    if (at === null || passed.has(at.id)) break;
    passed.add(at.id);
    if (at.isSame) found.add(`${at.name} looks the same with the keyboard on it`);
    if (at.isCovered) found.add(`${at.name} lies under something`);
  }
  if (passed.size < 2) {
    const unseen = (await optionsUnseen(page)) ?? [`the keyboard reaches ${passed.size} controls`];
    for (const each of unseen) found.add(each);
  }
  return [...found];
}

/**
 * Does the same for a field whose arrow keys move through a list (a combobox), where Tab reaches
 * only the field: returns which options look the same once Enter would choose them, or are covered;
 * undefined if there is no such field.
 */
async function optionsUnseen(page: Page): Promise<string[] | undefined> {
  const hasList = await page.evaluate(() => {
    const field = document.querySelector<HTMLElement>('[data-passed][role=combobox]');
    const list = document.getElementById(field?.getAttribute('aria-controls') ?? '');
    field?.focus();
    return list?.getAttribute('role') === 'listbox';
  });
  if (!hasList) return undefined;
  const found: string[] = [];
  let before = await page.evaluate(lookAtOptions);
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp'] as const) {
    await page.keyboard.press(key);
    const after = await page.evaluate(lookAtOptions);
    const { active, name } = after;
    if (active === before.active) found.push(`${key} goes to no other option than ${name}`);
    else if (before.looks[active] === after.looks[active])
      found.push(`${name} looks the same with the keyboard on it`);
    if (after.isCovered) found.push(`${name} lies under something`);
    before = after;
  }
  return found;
}

/** Runs in the page, with the focus in the field. */
async function lookAtOptions() {
  await new Promise(requestAnimationFrame);
  const field = document.activeElement;
  const active = field?.getAttribute('aria-activedescendant') ?? '';
  const option = document.getElementById(active);
  const isForced = matchMedia('(forced-colors: active)').matches;
  const look = (element: Element) => {
    const style = getComputedStyle(element);
    const { outlineStyle, outlineWidth, backgroundColor, borderColor, fontWeight } = style;
    const isOutlined = outlineStyle !== 'none' && `${outlineStyle} ${outlineWidth}`;
    // In that mode, the background is the system's, whatever the page sets.
    return [isOutlined, isForced ? '' : backgroundColor, borderColor, fontWeight].join('|');
  };
  const all = document
    .getElementById(field?.getAttribute('aria-controls') ?? '')
    ?.querySelectorAll('[role=option]');
  const { left, top, width, height } = option?.getBoundingClientRect() ?? new DOMRect();
  const over = document.elementFromPoint(left + width / 2, top + height / 2);
  return {
    active,
    name: `the option “${option?.textContent?.slice(0, 30) ?? ''}”`,
    looks: Object.fromEntries([...(all ?? [])].map((each) => [each.id, look(each)])),
    isCovered: option?.contains(over) !== true,
  };
}

declare global {
  var looksBefore: Map<Element, string>;
  var lookOf: (element: Element) => string;
}

/** Runs in the page: records how everything looks while nothing is focused. */
function rememberLooks(): void {
  const isForced = matchMedia('(forced-colors: active)').matches;
  globalThis.lookOf = (element) => {
    const parts: string[] = [];
    // The box around it may show the focus instead.
    for (
      let each: Element | null = element, up = 0;
      each && up < 5;
      each = each.parentElement, up++
    ) {
      const { outlineStyle, outlineColor, outlineWidth, boxShadow, borderColor } =
        getComputedStyle(each);
      const isOutlined = outlineStyle !== 'none' && outlineColor !== 'rgba(0, 0, 0, 0)';
      parts.push(isOutlined ? `${outlineStyle} ${outlineColor} ${outlineWidth}` : '');
      // It is not painted in forced colours.
      parts.push(isForced ? '' : boxShadow, borderColor);
    }
    return parts.join('|');
  };
  const focused = document.activeElement as HTMLElement | null;
  focused?.blur();
  const all = [...document.querySelectorAll('*')];
  globalThis.looksBefore = new Map(all.map((each) => [each, globalThis.lookOf(each)]));
  focused?.focus();
}

/** Runs in the page; null if the focus has left it. */
async function lookAtFocus() {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return null;
  // Elements further down scroll into view in the next frames, and their neighbours may follow.
  for (let before = '', frames = 0; frames < 60; frames++) {
    const { left, top } = element.getBoundingClientRect();
    const now = `${left} ${top}`;
    if (now === before && frames > 2) break;
    before = now;
    await new Promise(requestAnimationFrame);
  }
  const id = element.dataset.passed ?? String(document.querySelectorAll('[data-passed]').length);
  element.dataset.passed = id;
  const { left, top, width, height } = element.getBoundingClientRect();
  // The middle of the part in the window, because a long text may not fit it.
  const [from, to] = [Math.max(top, 0), Math.min(top + height, innerHeight)];
  const over = document.elementFromPoint(left + width / 2, (from + to) / 2);
  const label = (element as HTMLInputElement).labels?.[0];
  const isOwn = (each: Element) =>
    element.contains(each) || each.contains(element) || label?.contains(each) === true;
  const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
  return {
    id,
    name: `${element.tagName}.${element.getAttribute('class')} “${words.slice(0, 30)}”`,
    isSame: globalThis.looksBefore.get(element) === globalThis.lookOf(element),
    isCovered: width > 1 && (over === null || !isOwn(over)),
  };
}
