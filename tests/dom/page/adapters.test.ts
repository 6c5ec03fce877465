import { describe, expect, test } from 'vitest';
import { matchesHost, type SiteAdapter } from '../../../lib/page/adapters/adapter.ts';
import { adapters } from '../../../lib/page/adapters/registry.ts';
import { readPageInfo } from '../../../lib/page/page-info.ts';
import { visit } from './support.ts';

const hostsOf = (adapter: SiteAdapter) =>
  adapter.hosts.flatMap((host) => (host.startsWith('.') ? [host.slice(1), `x${host}`] : [host]));

describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))(
  'adapter %s',
  (id, adapter) => {
    test('has an id of its own, in kebab-case', () => {
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(adapters.filter((other) => other.id === id)).toHaveLength(1);
    });

    test('is the only one for its hosts, and for no host that only looks like one', () => {
      for (const host of hostsOf(adapter)) {
        const matching = adapters.filter((other) =>
          matchesHost(other, new URL(`https://${host}/`)),
        );
        expect(matching.map((other) => other.id)).toEqual([id]);
        expect(matchesHost(adapter, new URL(`https://${host}.evil.example/`))).toBe(false);
        expect(matchesHost(adapter, new URL(`https://not${host}/`))).toBe(false);
      }
    });

    test('reads a page without anything of what it expects', () => {
      for (const host of hostsOf(adapter)) {
        const url = `https://${host}/a/b`;
        expect(readPageInfo(visit(url)).url).toBe(url);
      }
    });
  },
);
