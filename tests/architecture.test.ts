import { readdirSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, importsOf, ownImportsOf, parseImports, root } from './support/source-files.ts';

/**
 * In a site's folder, the file with its addresses is pure, and so are the modules that use the
 * sites and the registries of addresses; everything else reads pages.
 */
const addresses = 'lib/sites, addresses';
const parts: Record<string, RegExp> = {
  [addresses]: /^lib\/sites\/(?:[^/]+|[^/]+\/address|registry\/addresses\/[^/]+)\.ts$/,
};

/**
 * Which folder may import which (ARCHITECTURE, "Who may import whom"). The first row that matches a
 * path counts: a part of a folder, or the start of the path; each may always import itself.
 */
const mayImport: Record<string, readonly string[]> = {
  'lib/core': [],
  'lib/markdown': ['lib/core'],
  [addresses]: ['lib/core'],
  'lib/sites': ['lib/core', addresses, 'lib/page'],
  'lib/clips': ['lib/core', addresses],
  'lib/details': ['lib/core', addresses],
  'lib/render': ['lib/core', addresses, 'lib/clips', 'lib/markdown'],
  'lib/quotes': ['lib/core', 'lib/markdown'],
  'lib/exporters': ['lib/core', addresses, 'lib/clips', 'lib/markdown', 'lib/render'],
  'lib/posts': ['lib/core', addresses, 'lib/clips', 'lib/markdown', 'lib/render'],
  'lib/checks': ['lib/core', addresses, 'lib/clips', 'lib/markdown', 'lib/posts'],
  'lib/backup': ['lib/core'],
  'lib/page': ['lib/core', addresses],
  'lib/pdf': ['lib/core', 'lib/clips'],
  'lib/store': ['lib/core', 'lib/clips', 'lib/backup'],
  'lib/messages': ['lib/core'],
  'lib/page-wire': ['lib/core', 'lib/page'],
  'lib/browser': ['lib/core', 'lib/page-wire', addresses, 'lib/clips', 'public/_locales'],
  'lib/app': [
    ...['lib/core', addresses, 'lib/clips', 'lib/details'],
    ...['lib/markdown', 'lib/render', 'lib/quotes', 'lib/exporters', 'lib/backup', 'lib/posts'],
  ],
  'lib/client': [
    ...[
      'lib/core',
      addresses,
      'lib/clips',
      'lib/render',
      'lib/quotes',
      'lib/exporters',
      'lib/backup',
    ],
    ...['lib/app', 'lib/store', 'lib/browser', 'lib/messages', 'lib/page', 'lib/pdf'],
    ...['lib/markdown', 'lib/posts', 'lib/checks'],
  ],
  'components/hooks': [
    ...['components', 'lib/client', 'lib/core', addresses, 'lib/clips', 'lib/details'],
    ...['lib/markdown', 'lib/render', 'lib/quotes', 'lib/exporters', 'lib/backup', 'lib/posts'],
    ...['lib/app', 'lib/store', 'lib/browser', 'lib/messages', 'lib/page', 'lib/checks'],
  ],
  components: [
    ...['components/hooks', 'lib/client', 'lib/core', addresses, 'lib/clips', 'lib/details'],
    ...['lib/markdown', 'lib/render', 'lib/quotes', 'lib/exporters', 'lib/backup', 'lib/checks'],
    'lib/posts',
  ],
  entrypoints: ['components', 'lib', 'public'],
};

/** The packages and globals that each edge may use; nothing else may use them. */
const packages: Record<string, { only: readonly string[]; why: string }> = {
  dexie: { only: ['lib/store', 'lib/client'], why: 'only the store knows the database' },
  '@cantoo/pdf-lib': { only: ['lib/pdf'], why: 'only the PDF edge reads PDFs' },
  turndown: { only: ['lib/page'], why: 'only the page edge converts HTML' },
  dompurify: { only: ['lib/page'], why: 'only the page edge cleans what pages hold' },
  liquidjs: { only: ['lib/render'], why: 'only rendering knows the template language' },
  'node-diff3': { only: ['lib/core/merge'], why: 'one place knows how texts are merged' },
  micromark: { only: ['lib/markdown'], why: 'one place knows what Markdown shows' },
  fflate: { only: ['lib/exporters', 'lib/backup'], why: 'only these write and read archives' },
  yaml: {
    only: ['lib/render', 'lib/posts/front-matter'],
    why: 'only these write and read front matter',
  },
  preact: { only: ['components', 'entrypoints'], why: 'the user interface stays in components' },
  'preact/hooks': {
    only: ['components', 'entrypoints'],
    why: 'the user interface stays in components',
  },
  sortablejs: { only: ['components'], why: 'the user interface stays in components' },
  'wxt/browser': {
    only: ['lib/browser', 'lib/page-wire', 'lib/messages', 'lib/client', 'entrypoints'],
    why: 'the browser is reached through lib/browser, which implements the ports of lib/app',
  },
  'webextension-polyfill': { only: [], why: 'import { browser } from "wxt/browser" instead' },
};

const codeFiles = filesIn('lib', 'components', 'entrypoints').filter((path) =>
  /\.tsx?$/.test(path),
);
const isIn = (folder: string) => (path: string) =>
  parts[folder]?.test(path) ?? (path === folder || path.startsWith(`${folder}/`));
const folderOf = (path: string) => Object.keys(mayImport).find((folder) => isIn(folder)(path));

describe('the reader of imports', () => {
  it('finds every form, and nothing in comments', () => {
    const code = `
      import a from './a.ts'; import type { B } from './b.ts';
      import { c,
        d as e } from "./c.ts";
      export * from './f.ts'; export type { G } from './g.ts';
      import './h.css'; const i = await import('./i.ts');
      // import z from './z.ts'
      /* import z from './z.ts' */`;
    expect(
      parseImports(code).map(({ from, typeOnly }) => (typeOnly ? `type ${from}` : from)),
    ).toEqual(['./a.ts', 'type ./b.ts', './c.ts', './f.ts', 'type ./g.ts', './h.css', './i.ts']);
  });
});

describe('who may import whom', () => {
  it('covers every folder with code in it', () => {
    const strangers = codeFiles.filter((path) => folderOf(path) === undefined);
    expect(
      strangers,
      'Put these files into a folder of ARCHITECTURE, or give theirs a row in the table',
    ).toEqual([]);
  });

  for (const [folder, allowed] of Object.entries(mayImport)) {
    it(`${folder} imports ${allowed.length > 0 ? allowed.join(', ') : 'nothing of ours'}`, () => {
      const broken = codeFiles
        .filter((path) => folderOf(path) === folder)
        .flatMap((path) =>
          ownImportsOf(path)
            .filter((target) => ![folder, ...allowed].some((each) => isIn(each)(target)))
            .map((target) => `${path} → ${target}`),
        );
      expect(
        broken,
        `${folder} may import only itself and: ${allowed.join(', ') || 'nothing'}. Move what is shared down to lib/core, ` +
          'or take it as an argument or a port (lib/app/ports.ts) and let an entrypoint put it in.',
      ).toEqual([]);
    });
  }

  for (const [name, { only, why }] of Object.entries(packages)) {
    it(`${name} is imported by ${only.join(', ') || 'nobody'}: ${why}`, () => {
      const broken = codeFiles.filter(
        (path) => importsOf(path).includes(name) && !only.some((folder) => isIn(folder)(path)),
      );
      expect(broken, `Do not import ${name} here: ${why}.`).toEqual([]);
    });
  }

  it('has no two files that need each other at run time', () => {
    const targets = new Map(codeFiles.map((path) => [path, ownImportsOf(path, { types: false })]));
    const pairs = codeFiles.flatMap((path) =>
      (targets.get(path) ?? [])
        .filter((target) => path < target && targets.get(target)?.includes(path))
        .map((target) => `${path} ⇄ ${target}`),
    );
    expect(pairs, 'Move what both need into a third file').toEqual([]);
  });

  it('has rooms in lib/core that need each other in no circle', () => {
    const room = (path: string) => path.split('/')[2] ?? '';
    const needs = new Map<string, Set<string>>();
    for (const path of codeFiles.filter(isIn('lib/core'))) {
      const targets = ownImportsOf(path).map(room);
      const others = targets.filter((target) => target !== room(path));
      needs.set(room(path), new Set([...(needs.get(room(path)) ?? []), ...others]));
    }
    // Folders whose imports are all resolved are removed; the rest form a cycle.
    let left = [...needs.keys()];
    for (let before = -1; before !== left.length; ) {
      before = left.length;
      left = left.filter((each) =>
        [...(needs.get(each) ?? [])].some((need) => left.includes(need)),
      );
    }
    expect(left, 'Move what both rooms need into the lower one').toEqual([]);
  });

  it('names the extension of every file it imports, so that plain Node can run any module', () => {
    const bare = codeFiles.flatMap((path) =>
      ownImportsOf(path)
        .filter((target) => extname(target) === '')
        .map((target) => `${path} → ${target}`),
    );
    expect(bare, 'Write the .ts or .tsx').toEqual([]);
  });
});

describe('names', () => {
  const named = [...codeFiles, ...filesIn('tests', '.scripts')].filter(
    (path) => /\.(?:m?ts|tsx|mjs)$/.test(path) && !path.startsWith('tests/fixtures/'),
  );
  const stem = (path: string) =>
    basename(path)
      .replace(/(?:\.d)?(?:\.test)?\.(?:m?ts|tsx|mjs)$/, '')
      .replace(/\.config$/, '');

  it('are kebab-case for modules and PascalCase for components', () => {
    const odd = named.filter((path) => {
      if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(stem(path))) return false;
      return !(/^[A-Z][A-Za-z0-9]*$/.test(stem(path)) && /\.(?:test\.)?tsx$/.test(path));
    });
    expect(odd, 'Rename: word-writer.ts for a module, ClipRow.tsx for a component').toEqual([]);
  });

  it('say what a file is for', () => {
    const empty = named.filter((path) =>
      /\b(?:utils?|helpers?|common|managers?|misc)\b/.test(path.toLowerCase()),
    );
    expect(empty, 'Name the file after the one thing it does').toEqual([]);
  });
});

describe('the top level', () => {
  it('holds what a stranger looks for, and no more', () => {
    const asked = [
      'LICENSE',
      'README.md',
      'components',
      'entrypoints',
      'lib',
      'node_modules',
      'package-lock.json',
      'package.json',
      'public',
      'tests',
      'tsconfig.json',
      'wxt.config.ts',
    ];
    const extra = readdirSync(root).filter(
      (name) => !name.startsWith('.') && !asked.includes(name),
    );
    expect(extra, 'Tooling lives in tests/ or in a dot-folder').toEqual([]);
  });

  it('serves from public/ only pictures and texts of the extension', () => {
    const odd = filesIn('public').filter(
      (path) =>
        !/^public\/(?:icons?\/[\w-]+\.(?:png|svg)|_locales\/[a-z]{2}(?:_[A-Z]{2})?\/messages\.json)$/.test(
          path,
        ),
    );
    expect(odd, 'public/ is copied into the package as it is').toEqual([]);
  });
});
