import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { waitFor } from './wait.ts';

type Node = Protocol.Accessibility.AXNode;

/**
 * Says what a screen reader would, using Chromium's own accessibility tree; it moves only by
 * keyboard.
 */
export class ScreenReader {
  readonly page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  static async over(page: Page): Promise<ScreenReader> {
    const session = await page.createCDPSession();
    await session.send('Accessibility.enable');
    return new ScreenReader(page, session);
  }

  /** Returns the focused element: its role, name, state and description. */
  async focused(): Promise<string> {
    const nodes = await this.#nodes();
    const focused = nodes.filter(
      (node) => property(node, 'focused') === true && node.role?.value !== 'RootWebArea',
    );
    return sayNode(focused.at(-1));
  }

  /** Presses Tab until something with this role and name has the focus. */
  async tabTo(said: string): Promise<string> {
    const passed: string[] = [];
    for (let steps = 0; steps < 80; steps++) {
      await this.page.keyboard.press('Tab');
      const now = await this.focused();
      if (now.startsWith(said)) return now;
      passed.push(now);
    }
    throw new Error(`The Tab key does not reach ${said}, but ${passed.join('; ')}`);
  }

  /** Returns the content of live regions, which is announced automatically. */
  async announced(): Promise<string[]> {
    const nodes = await this.#nodes();
    return nodes
      .filter((node) => /^(?:polite|assertive)$/.test(String(property(node, 'live'))))
      .map((node) => textOf(node, nodes))
      .filter((text) => text !== '');
  }

  /** Waits until that is announced. */
  async hears(words: string): Promise<void> {
    await waitFor(`“${words}” to be announced`, async () =>
      (await this.announced()).some((text) => text.includes(words)),
    );
  }

  /** Headings, regions and lists, with their names, which help to navigate a page. */
  async outline(): Promise<string[]> {
    const nodes = await this.#nodes();
    return nodes
      .filter(({ role }) => /^(?:heading|main|region|tablist|list|form|search)$/.test(role?.value))
      .map(sayNode);
  }

  async #nodes(): Promise<Node[]> {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    return nodes.filter(({ ignored }) => !ignored);
  }
}

function property(node: Node, name: string): unknown {
  return node.properties?.find((each) => each.name === name)?.value.value;
}

function sayNode(node: Node | undefined): string {
  if (!node) return 'nothing';
  const states = ['expanded', 'selected', 'pressed', 'checked', 'invalid', 'level', 'hasPopup']
    .map((name) => [name, property(node, name)] as const)
    .filter(([, value]) => value !== undefined && value !== 'false' && value !== '')
    .map(([name, value]) => (value === true || value === 'true' ? name : `${name} ${value}`));
  const role = String(node.role?.value);
  return [`${role} “${node.name?.value ?? ''}”`, ...states, node.description?.value ?? '']
    .filter((part) => part !== '')
    .join(', ');
}

function textOf(node: Node, nodes: readonly Node[]): string {
  const own = node.role?.value === 'StaticText' ? String(node.name?.value) : '';
  const children = (node.childIds ?? []).map((id) => nodes.find(({ nodeId }) => nodeId === id));
  return [own, ...children.map((each) => (each ? textOf(each, nodes) : ''))]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
