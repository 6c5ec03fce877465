import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForPage } from '../support/bundle-for-page.ts';

/**
 * The peers besides defuddle (Obsidian's), which is a devDependency. The versions are exact, so
 * that two runs compare the same things; they are installed when needed. mdream can't be a
 * devDependency: npm (11) leaves the binaries for other systems out of the lock file, and `npm ci`
 * then refuses it.
 */
const versions = {
  turndown: '7.2.5',
  '@joplin/turndown-plugin-gfm': '1.0.68',
  'hast-util-from-dom': '5.0.1',
  'hast-util-to-mdast': '10.1.3',
  'mdast-util-to-markdown': '2.1.2',
  'mdast-util-gfm': '3.1.0',
  'node-html-markdown': '2.0.0',
  mdream: '1.7.2',
};

/** How to call each peer, by its name in the table. */
const own: Record<string, string> = {
  defuddle: `
    import { createMarkdownContent } from 'defuddle/full';
    export const converters = { defuddle: ({ html }) => createMarkdownContent(html, 'https://tides.example/') };`,
};

/** rehype-remark needs these four parts. */
const entries: Record<string, string> = {
  // Its own entry for browsers fetches the wasm file, which a bundle without an address can't do.
  mdream: `
    import { initSync, htmlToMarkdown } from 'mdream/wasm';
    const bytes = Uint8Array.from(atob(MDREAM_WASM), (letter) => letter.charCodeAt(0));
    initSync({ module: bytes });
    export const converters = { mdream: ({ html }) => htmlToMarkdown(html, {}) };`,
  joplin: `
    import TurndownService from 'turndown';
    import { gfm } from '@joplin/turndown-plugin-gfm';
    const service = new TurndownService();
    service.use(gfm);
    export const converters = { 'Turndown + joplin GFM': ({ fragment }) => service.turndown(fragment) };`,
  rehype: `
    import { fromDom } from 'hast-util-from-dom';
    import { toMdast } from 'hast-util-to-mdast';
    import { toMarkdown } from 'mdast-util-to-markdown';
    import { gfmToMarkdown } from 'mdast-util-gfm';
    export const converters = { 'rehype-remark': ({ fragment }) =>
      toMarkdown(toMdast(fromDom(fragment)), { extensions: [gfmToMarkdown()] }) };`,
  nhm: `
    import { NodeHtmlMarkdown } from 'node-html-markdown';
    const service = new NodeHtmlMarkdown();
    export const converters = { 'node-html-markdown': ({ html }) => service.translate(html) };`,
};

const wasm = (folder: string): string =>
  readFileSync(join(folder, 'node_modules/mdream/wasm/mdream_edge_bg.wasm')).toString('base64');

/** A script that puts a peer's converters under `window.peers_<name>`. */
export interface PeerBundle {
  name: string;
  code: string;
}

/** Returns the peers that are always compared with. */
export function ownPeers(folder: string): Promise<PeerBundle[]> {
  mkdirSync(folder, { recursive: true });
  return bundles(folder, own);
}

/** Returns the other peers, and reports unavailable ones. */
export async function otherPeers(folder: string): Promise<PeerBundle[]> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: versions }),
  );
  if (!existsSync(join(folder, 'node_modules/mdream'))) {
    console.log('Installing the converters to compare with …');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: folder,
      stdio: 'inherit',
    });
  }
  return bundles(folder, entries);
}

async function bundles(folder: string, sources: Record<string, string>): Promise<PeerBundle[]> {
  const made: PeerBundle[] = [];
  for (const [name, source] of Object.entries(sources)) {
    const entry = join(folder, `${name}.js`);
    writeFileSync(
      entry,
      source.replace('MDREAM_WASM', () => JSON.stringify(wasm(folder))),
    );
    try {
      made.push({ name, code: await bundleForPage(entry, `peers_${name}`) });
    } catch (error) {
      console.warn(`${name} is left out: ${String(error).slice(0, 300)}`);
    }
  }
  return made;
}
