import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { commandsFor } from './.config/commands.ts';
import { contentPolicy } from './.config/content-policy.ts';
import { fewFilesAtStart } from './.config/few-files-at-start.ts';
import { languagesDefined } from './.config/languages.ts';
import { messageTypes } from './.config/message-types.ts';
import { polyfillAsModule } from './.config/polyfill-as-module.ts';
import { preloadFirstBlocks } from './.config/preload-first-blocks.ts';
import { readPdfsOnly } from './.config/read-pdfs-only.ts';
import { noticesFile, rememberShipped, thirdPartyNotices } from './.config/third-party-notices.ts';
import { turndownElementsOnly } from './.config/turndown-elements-only.ts';
import { writeRegistries } from './.scripts/site-registry.ts';

/** Extension id in Firefox; a fixed one keeps the stored data across re-installs. */
const firefoxId = 'wrapup@wrapup.example';

/**
 * Scripts that need so little of the browser's API that the compatibility layer would be most of
 * their code.
 */
const callsBrowserItself: ReadonlySet<string> = new Set([
  'confirmation',
  'draw-region',
  'early-look',
]);

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'clipboardWrite',
    ],
    // Requested by a click, and given back: for automatic backup downloads, and for the list of
    // open tabs. The clipboard permission stays, because a copied address is offered in the list of
    // links.
    optional_permissions: ['downloads', 'tabs', 'clipboardRead'],
    action: {
      default_title: '__MSG_action_title__',
      // Otherwise Firefox hides the button, and with it the badge, in its list of extensions.
      ...(browser === 'firefox' ? { default_area: 'navbar' as const } : {}),
    },
    // ADR 40.
    incognito: 'not_allowed',
    commands: commandsFor(browser),
    content_security_policy: { extension_pages: contentPolicy(command === 'serve') },
    ...(browser === 'firefox'
      ? {
          // Requested by a click, for the host of one PDF, and given back (ADR 18).
          optional_host_permissions: ['*://*/*'],
          browser_specific_settings: {
            gecko: {
              id: firefoxId,
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            // The first version that knows `data_collection_permissions`.
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
  vite: () => ({
    define: languagesDefined,
    // Both browsers support `modulepreload`; its polyfill observes every change of a page.
    build: { modulePreload: { polyfill: false } },
    plugins: [
      polyfillAsModule(),
      turndownElementsOnly(),
      fewFilesAtStart(),
      preloadFirstBlocks(),
      rememberShipped(),
    ],
    resolve: {
      alias: {
        // The default build is for browsers without classes and modules: a tenth more to load, run
        // as one piece.
        dexie: join(import.meta.dirname, 'node_modules/dexie/dist/modern/dexie.mjs'),
        // micromark's table of entities; its version for browsers uses an element's `innerHTML`.
        'decode-named-character-reference': join(
          import.meta.dirname,
          'node_modules/decode-named-character-reference/index.js',
        ),
      },
    },
    worker: { format: 'es', plugins: () => [readPdfsOnly(), rememberShipped()] },
  }),
  hooks: {
    // `imports: false` (WXT 0.21) only leaves out their types: a field called `storage` imported
    // WXT's.
    'config:resolved': (wxt) => {
      Object.assign(wxt.config.imports, { imports: [], presets: [], dirs: [] });
    },
    // It is formatted for people; the browser needs no white space.
    'build:publicAssets': (_, files) => {
      for (const [at, file] of files.entries()) {
        if (!('absoluteSrc' in file) || !file.relativeDest.endsWith('messages.json')) continue;
        const contents = JSON.stringify(JSON.parse(readFileSync(file.absoluteSrc, 'utf8')));
        files[at] = { relativeDest: file.relativeDest, contents };
      }
    },
    'prepare:types': (_, entries) => {
      entries.push({ path: 'types/messages.d.ts', text: messageTypes(), tsReference: true });
    },
    'build:before': () => writeRegistries(),
    'build:done': (wxt) => {
      if (wxt.config.command === 'build')
        writeFileSync(join(wxt.config.outDir, noticesFile), thirdPartyNotices());
    },
    // Scripts in pages call the browser's own API, including its promises, because the polyfill
    // would be most of their size (bundle test).
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ name }) => callsBrowserItself.has(name))) return;
      const find = 'wxt/browser';
      config.resolve = { ...config.resolve, alias: { [find]: '@wxt-dev/browser' } };
    },
  },
  zip: {
    // What a reviewer builds the extension from; by default WXT leaves out names that begin with a
    // dot.
    includeSources: [
      '{.config,.scripts,components,entrypoints,lib,public}/**',
      '{.npmrc,LICENSE,README.md,package.json,package-lock.json,tsconfig.json,wxt.config.ts}',
    ],
  },
});
