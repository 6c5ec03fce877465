import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { root } from './source-files.ts';

const axe = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/**
 * Returns axe's violations in a page, one on each line; [] is good.
 * @param more rules that axe leaves out by default
 */
export async function axeViolations(page: Page, more: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    async (rules) => {
      interface Violation {
        id: string;
        help: string;
        nodes: { target: string[]; failureSummary?: string }[];
      }
      const { axe: runner } = globalThis as unknown as {
        axe: {
          run(context: unknown, options: unknown): Promise<{ violations: Violation[] }>;
        };
      };
      const { violations } = await runner.run(document, {
        rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: true }])),
      });
      return violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help} — ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
    },
    ['target-size', ...more],
  );
}
