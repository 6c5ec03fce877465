/**
 * `npm run sites` writes `lib/sites/registry` from the folders in `lib/sites`. The build runs it,
 * too; the result is committed, and `tests/unit/sites/registry.test.ts` fails if it is outdated.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { adapterScripts } from '../lib/core/address/site.ts';

const root = join(import.meta.dirname, '..');
const folder = 'lib/sites';
const command = 'npm run sites';

/** What a site's files may export, and the list that it goes into. */
interface Kind {
  /** Name of the export: one of the type, or a list of them. */
  name: string;
  type: string;
  /** The module of the type, relative to `lib/`. */
  from: string;
  /** Name of the list. */
  list: string;
  /** Name of the registry's file. */
  file: string;
}

const addressKinds: readonly Kind[] = [
  kind('code', 'CodeHost', 'core/code/code-host.ts', 'codeHosts', 'code'),
  kind('event', 'EventSite', 'core/events/event-site.ts', 'eventSites', 'events'),
  kind('media', 'MediaSite', 'core/media/media-site.ts', 'mediaSites', 'media'),
  kind('packages', 'PackageRegistry', 'core/packages/package-registry.ts', 'packageRegistries'),
  kind('paper', 'PaperArchive', 'core/papers/paper-archive.ts', 'paperArchives', 'papers'),
  kind('profile', 'ProfileSite', 'core/people/profile-site.ts', 'profileSites', 'profiles'),
  kind('slides', 'SlidesSite', 'core/media/slides-site.ts', 'slidesSites'),
  kind('site', 'Site', 'core/address/site.ts', 'sites', 'sites'),
];
const adapter = (script: string): Kind =>
  kind('adapter', 'SiteAdapter', 'page/adapters/adapter.ts', 'adapters', script);
const player = kind('player', 'PlayerReader', 'page/media/player.ts', 'players', 'players');

function kind(name: string, type: string, from: string, list: string, file = name): Kind {
  return { name, type, from, list, file };
}

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** The names that a module exports; undefined if it is not there. */
function exportsOf(site: string, file: string): string[] | undefined {
  const path = join(root, folder, site, file);
  if (!existsSync(path)) return undefined;
  const names = readFileSync(path, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm);
  return Array.from(names, ([, name = '']) => name);
}

/** Returns the script that brings a site's adapter into a page; its address.ts names it. */
function scriptOf(site: string): string | undefined {
  const text = readFileSync(join(root, folder, site, 'address.ts'), 'utf8');
  return /\bscript: '([\w-]+)'/.exec(text)?.[1];
}

function registryText({ name, type, from, list }: Kind, sites: readonly string[], file: string) {
  const names = sites.map(camelCase);
  const start = `export const ${list}: readonly ${type}[] = [`;
  const line = `${start}${names.join(', ')}].flat();`;
  const items = names.map((each) => `  ${each},\n`).join('');
  return [
    `// Made by \`${command}\` from the folders in ${folder}.\n`,
    `import type { ${type} } from '../../../${from}';\n`,
    ...sites.map((site) => {
      const imported = camelCase(site) === name ? name : `${name} as ${camelCase(site)}`;
      return `import { ${imported} } from '../../${site}/${file}';\n`;
    }),
    `\n${line.length <= 100 ? line : `${start}\n${items}].flat();`}\n`,
  ].join('');
}

/** Returns what is wrong with a site's folder, as sentences that say what to do. */
function problemsOf(site: string): string[] {
  const addresses = exportsOf(site, 'address.ts');
  const known = addressKinds.map(({ name }) => name);
  if (!addresses) {
    return [`${folder}/${site} has no address.ts: add one that exports ${known.join(', ')}.`];
  }
  const problems: string[] = [];
  const page = exportsOf(site, 'page.ts');
  const players = exportsOf(site, 'player.ts');
  const isEmpty = !addresses.some((name) => known.includes(name)) && !players;
  if (isEmpty) {
    const names = known.join(', ');
    problems.push(`${folder}/${site}/address.ts exports nothing of what is asked: ${names}.`);
  }
  if (page && !page.includes('adapter')) {
    problems.push(`${folder}/${site}/page.ts has to export its SiteAdapter as \`adapter\`.`);
  }
  if (players && !players.includes('player')) {
    problems.push(`${folder}/${site}/player.ts has to export its PlayerReader as \`player\`.`);
  }
  const script = addresses.includes('site') ? scriptOf(site) : undefined;
  if (page && !(adapterScripts as readonly (string | undefined)[]).includes(script)) {
    const scripts = adapterScripts.join(', ');
    problems.push(
      `${folder}/${site} has a page.ts: its address.ts has to export, as \`site\`, where the page is, with one of the scripts ${scripts}.`,
    );
  }
  if (!page && addresses.includes('site')) {
    problems.push(
      `${folder}/${site}/address.ts exports \`site\`, which asks for a page.ts that exports \`adapter\`.`,
    );
  }
  return problems;
}

/** Returns the registries that the folders require, by path from the repository's root. */
export function registryFiles(): { files: Map<string, string>; problems: string[] } {
  const sites = readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'registry')
    .map(({ name }) => name)
    .sort();
  const problems = sites.flatMap(problemsOf);
  if (problems.length > 0) return { files: new Map(), problems };
  const having = (file: string, name: string) =>
    sites.filter((site) => exportsOf(site, file)?.includes(name));
  const files = new Map<string, string>();
  const add = (part: string, each: Kind, members: readonly string[], file: string) =>
    files.set(`${folder}/registry/${part}/${each.file}.ts`, registryText(each, members, file));
  for (const each of addressKinds) {
    add('addresses', each, having('address.ts', each.name), 'address.ts');
  }
  for (const script of adapterScripts) {
    const members = having('page.ts', 'adapter').filter((site) => scriptOf(site) === script);
    add('pages', adapter(script), members, 'page.ts');
  }
  add('pages', player, having('player.ts', 'player'), 'player.ts');
  return { files, problems };
}

/** Writes what differs, and removes what no folder requires. */
export function writeRegistries(): void {
  const { files, problems } = registryFiles();
  if (problems.length > 0) throw new Error(problems.join('\n'));
  for (const part of ['addresses', 'pages']) {
    const path = join(root, folder, 'registry', part);
    mkdirSync(path, { recursive: true });
    for (const name of readdirSync(path)) {
      if (!files.has(`${folder}/registry/${part}/${name}`)) rmSync(join(path, name));
    }
  }
  for (const [path, text] of files) {
    const full = join(root, path);
    if (existsSync(full) && readFileSync(full, 'utf8') === text) continue;
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    console.log(`Wrote ${path}`);
  }
}

if (process.argv[1]?.endsWith('site-registry.ts')) {
  try {
    writeRegistries();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
