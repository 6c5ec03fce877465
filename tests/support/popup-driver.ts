import type { ElementHandle, Page } from 'puppeteer-core';
import { settingKeys } from '../../lib/store/setting-keys.ts';
import { storedSetting } from './stored-setting.ts';
import { patienceMs, waitFor } from './wait.ts';

type Role =
  | 'button'
  | 'tab'
  | 'textbox'
  | 'combobox'
  | 'checkbox'
  | 'group'
  | 'listitem'
  | 'option'
  | 'menuitem';
type Found = ElementHandle<Element>;
/** Where to look: the whole page, or inside one element. */
type Within = Page | Found;

/** Uses the popup as a user would: by the roles and accessible names of its controls. */
export class PopupDriver {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits until the popup has read its data and the page, and nothing moves any more. */
  async settled(): Promise<void> {
    let last = '';
    await waitFor('the popup to come to rest', async () => {
      const now = await this.page.evaluate(() => {
        if (!document.querySelector('main') || document.querySelector('[aria-busy=true]'))
          return '';
        const boxes = Array.from(document.querySelectorAll('button, li, footer')).map((node) => {
          const { left, top, width } = node.getBoundingClientRect();
          return [left, top, width].map(Math.round).join();
        });
        return `${innerWidth} ${innerHeight} ${boxes.join(' ')}`;
      });
      const same = now !== '' && now === last;
      last = now;
      await new Promise((resolve) => setTimeout(resolve, 60));
      return same;
    });
  }

  /** The control with this role and name; waits until it is there. */
  find(role: Role, name: string, within: Within = this.page): Promise<Found> {
    return waitFor(`${role} "${name}"`, () => query(within, role, name));
  }

  async has(role: Role, name: string): Promise<boolean> {
    return (await query(this.page, role, name)) !== null;
  }

  async press(name: string, within: Within = this.page): Promise<void> {
    const button = await this.find('button', name, within);
    await waitFor(`"${name}" to be enabled`, () =>
      button.evaluate((node) => !(node as HTMLButtonElement).disabled),
    );
    await clickWhenStill(button);
  }

  /** Presses a button that may disappear at any moment. */
  async pressIfThere(name: string): Promise<void> {
    const button = await query(this.page, 'button', name);
    await button?.evaluate((node) => (node as HTMLButtonElement).click());
  }

  async tab(name: 'Clips' | 'Details' | 'Draft' | 'Talk'): Promise<void> {
    const tab = await this.find('tab', name);
    await clickWhenStill(tab);
    await waitFor(`the tab ${name}`, () =>
      tab.evaluate((node) => node.getAttribute('aria-selected') === 'true'),
    );
  }

  /** Replaces the text of a field: its last letters key by key, those before at once. */
  async type(label: string, text: string, within: Within = this.page): Promise<void> {
    const field = await this.find('textbox', label, within);
    await unfold(field);
    const before = await textOf(field);
    if (before === text) return;
    await clickInto(field, label);
    if (before !== '') {
      await this.page.keyboard.down('Control');
      await this.page.keyboard.press('a');
      await this.page.keyboard.up('Control');
      if (text === '') await this.page.keyboard.press('Delete');
    }
    await insert(this.page, text.slice(0, -typedKeys));
    await this.page.keyboard.type(text.slice(-typedKeys));
    await waitFor(`"${label}" to hold the text`, async () => (await textOf(field)) === text).catch(
      async (error: Error) => {
        const focused = await this.page.evaluate(() => document.activeElement?.outerHTML ?? '');
        const held = await textOf(field);
        const where = `it holds "${held}", and the keyboard is in ${focused.slice(0, 200)}`;
        throw new Error(`${error.message}; wanted: "${text}"; ${where}`);
      },
    );
  }

  /** Adds tags as chips, each ended by a comma. */
  async addTags(tags: readonly string[]): Promise<void> {
    await clickInto(await this.find('textbox', 'Tags'), 'Tags');
    for (const tag of tags) {
      await this.page.keyboard.type(`${tag},`);
      await this.find('button', `Remove the tag “${tag}”`);
    }
  }

  async choose(label: string, option: string, within: Within = this.page): Promise<void> {
    const select = await this.find('combobox', label, within);
    const value = await select.evaluate(
      (node, text) =>
        Array.from((node as HTMLSelectElement).options).find((each) => each.text === text)?.value,
      option,
    );
    if (value === undefined) throw new Error(`"${label}" has no "${option}"`);
    await select.select(value);
  }

  async check(label: string, on: boolean, within: Within = this.page): Promise<void> {
    const box = await this.find('checkbox', label, within);
    if ((await box.evaluate((node) => (node as HTMLInputElement).checked)) !== on)
      await clickWhenStill(box);
  }

  group(name: string): Promise<Found> {
    return this.find('group', name);
  }

  /** Rows of the list, in their order, without those of the template's parts. */
  rows(): Promise<Found[]> {
    return this.page.$$('li[data-id][data-kind]:not([data-kind=part])');
  }

  async row(at: number): Promise<Found> {
    return waitFor(`row ${at}`, async () => (await this.rows()).at(at));
  }

  /** Creates a wrap-up, which is then current, stored and shown. */
  async newWrapUp(): Promise<void> {
    const current = () => storedSetting<string>(this.page, settingKeys.activeWrapUpId);
    const before = await current();
    await this.press('New wrap-up');
    await waitFor('another wrap-up', async () => (await current()) !== before);
    // The view without any wrap-up looks equally empty.
    await this.find('button', 'Add note');
    await waitFor('an empty list', () => this.page.$('.empty'));
    await this.saved();
  }

  /** Adds a note, or a heading or lead-in; returns its open row. */
  async add(kind: 'note' | 'section'): Promise<Found> {
    const name = kind === 'note' ? 'Add note' : 'Add heading or lead-in';
    // Once something can be added, the existing rows are shown.
    await this.find('button', name);
    const count = (await this.rows()).length;
    await this.press(name);
    return waitFor(`the new ${kind}`, async () => {
      if ((await this.rows()).length !== count + 1) return null;
      return this.page.$(`li[data-kind=${kind}]:has(.clip-editor)`);
    });
  }

  /** Returns what the rows show, one string for each row. */
  async rowTexts(): Promise<string[]> {
    const rows = await this.rows();
    return Promise.all(
      rows.map((row) =>
        row.evaluate((node) =>
          (node.querySelector('.clip-text')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
        ),
      ),
    );
  }

  /** Opens a row in place; returns the row, which now contains the editor. */
  async openRow(at: number): Promise<Found> {
    const row = await this.row(at);
    const main = await row.$('.clip-main');
    if (!main) throw new Error('The row has no main button');
    if ((await main.evaluate((node) => node.getAttribute('aria-expanded'))) !== 'true')
      await clickWhenStill(main);
    await waitFor('the editor', () => row.$('.clip-editor'));
    return row;
  }

  /** Waits until everything typed is in the database. An offered Undo replaces "Saved". */
  async saved(): Promise<void> {
    await waitFor(
      'everything to be saved',
      async () =>
        (await this.page.$('.status-bar :is(.saved, .undo)')) !== null &&
        (await this.page.$('.status-bar :is(.saving, .bad)')) === null &&
        // The bar does not mention a write that is over within 150 ms.
        (await this.page.evaluate(() =>
          Object.keys(localStorage).every((key) => !key.startsWith('wrapup:journal:')),
        )),
    );
  }

  status(): Promise<string> {
    return this.page.$eval(
      '.status-bar',
      (node) => node.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    );
  }

  /** Copies with a button of the Draft tab, and waits until the popup says that it did. */
  async copy(name: 'Copy draft' | 'Copy front matter'): Promise<void> {
    await this.press(name);
    await waitFor('"Copied"', async () => (await this.status()).includes('Copied'));
  }

  /** Returns the draft as shown, once it is stable. */
  async draft(): Promise<string> {
    await this.saved();
    let last = '';
    return waitFor('a draft that stands still', async () => {
      const text = (await this.page.$eval('.draft-view .draft', (node) => node.textContent)) ?? '';
      const same = text !== '' && text === last;
      last = text;
      await new Promise((resolve) => setTimeout(resolve, 150));
      return same ? text : null;
    });
  }
}

/**
 * Searches by role and name in the page itself. Puppeteer's `aria/` selectors do not work here: for
 * a text area in the popup, Firefox 153 never answers `browsingContext.locateNodes` and then
 * crashes.
 */
async function query(within: Within, role: Role, name: string): Promise<Found | null> {
  const handle =
    'mainFrame' in within
      ? await within.evaluateHandle(findByName, null, role, name)
      : await within.evaluateHandle(findByName, role, name);
  const element = handle.asElement() as Found | null;
  if (element === null) await handle.dispose();
  return element;
}

/**
 * Runs in the popup. The name is computed only from what the popup uses: ARIA, labels, legends,
 * text.
 */
function findByName(root: Element | null, role: string, name: string): Element | null {
  const native: Record<string, string> = {
    button: 'button:not([role])',
    // A name field that suggests people is still a text field.
    textbox: 'input[type=text]:not([role]), input[data-field][role=combobox], textarea',
    combobox: 'select',
    checkbox: 'input[type=checkbox]',
    group: 'fieldset',
    listitem: 'li:not([role])',
  };
  const text = (node: Node | null | undefined): string => {
    if (!node) return '';
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return '';
    if (node.getAttribute('aria-hidden') === 'true') return '';
    return node.getAttribute('aria-label') ?? Array.from(node.childNodes).map(text).join('');
  };
  const nameOf = (element: Element): string => {
    const label = element.getAttribute('aria-label');
    if (label !== null) return label;
    const ids = element.getAttribute('aria-labelledby');
    if (ids !== null) {
      return ids
        .split(/\s+/)
        .map((id) => text(document.getElementById(id)))
        .join(' ');
    }
    if (element instanceof HTMLFieldSetElement) return text(element.querySelector('legend'));
    const { labels } = element as HTMLInputElement;
    if (labels && labels.length > 0) return Array.from(labels).map(text).join(' ');
    return text(element);
  };
  const flat = (words: string) => words.replace(/\s+/g, ' ').trim();
  const selector = [`[role=${role}]`, native[role]].filter(Boolean).join(', ');
  const candidates = Array.from((root ?? document).querySelectorAll(selector));
  return candidates.find((each) => flat(nameOf(each)) === flat(name)) ?? null;
}

/**
 * Clicks once the element stops moving, because loading lists and growing popups move it. If it is
 * moved out of sight before the click, for example by something inserted above it, it is searched
 * for again.
 * @param count 3 selects a line of text
 * @param where `end`: at the end of a text, in the corner below it
 */
export async function clickWhenStill(
  element: Found,
  count = 1,
  where: 'middle' | 'end' = 'middle',
): Promise<void> {
  for (const end = Date.now() + patienceMs; ; ) {
    const { width, height } = await standStill(element);
    // Beside the corner for resizing the field.
    const offset = { x: width - 20, y: height - 8 };
    try {
      return await element.click({ count, ...(where === 'end' ? { offset } : {}) });
    } catch (thrown) {
      // This error comes before anything is pressed (Puppeteer 25.16).
      const isMoved = thrown instanceof Error && thrown.message.includes('not clickable');
      if (!isMoved || Date.now() > end) throw thrown;
    }
  }
}

function standStill(element: Found): Promise<{ width: number; height: number }> {
  return element.evaluate(async (node) => {
    node.scrollIntoView({ block: 'center', behavior: 'instant' });
    let before = '';
    for (let frame = 0; frame < 200; frame++) {
      const { left, top, width, height } = node.getBoundingClientRect();
      const now = [left, top, width, height, innerWidth, innerHeight].join();
      if (now === before) break;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return { width: node.clientWidth, height: node.clientHeight };
  });
}

/** How many letters of a text are typed, its last ones. */
const typedKeys = 3;

/**
 * Inserts words at the cursor in one step, as the browser does for somebody who dictates. Each key
 * takes 40 to 70 ms of processor time instead (Chromium 156, Firefox 153), and journeys type texts
 * of a hundred letters.
 */
async function insert(page: Page, words: string): Promise<void> {
  if (words === '') return;
  await page.evaluate((text) => document.execCommand('insertText', false, text), words);
}

/**
 * Clicks a field until it has the focus: content above it may grow between the look and the click,
 * for example when an earlier write is answered, and a user would click again.
 */
async function clickInto(field: Found, label: string): Promise<void> {
  await waitFor(`the keyboard in "${label}"`, async () => {
    await clickWhenStill(field);
    return field.evaluate((node) => document.activeElement === node);
  });
}

/** Unfolds the section that contains a field, with its summary. */
async function unfold(field: Found): Promise<void> {
  const summary = await field.evaluateHandle((node) =>
    node.closest('details:not([open])')?.querySelector('summary'),
  );
  const element = summary.asElement() as Found | null;
  if (element === null) return summary.dispose();
  await clickWhenStill(element);
  await waitFor('the fields to unfold', () =>
    field.evaluate((node) => node.closest('details:not([open])') === null),
  );
}

function textOf(field: Found): Promise<string> {
  return field.evaluate((node) => (node as HTMLInputElement).value);
}
