import type { Plugin, Rollup } from 'vite';

/** The contexts that share code. */
const contexts = [
  'background',
  'outcome',
  'options',
  'library',
  'desk',
  'popup',
  'sidepanel',
] as const;
type Context = (typeof contexts)[number];

/** What draws the first blocks of the desk, which loads it beside its start. */
export const drawsBlocks = /\/client\/block-renderer\.ts$/;

/** Returns all modules that run before a module does, and itself. */
function neededBy(id: string, from: Pick<Rollup.PluginContext, 'getModuleInfo'>): Set<string> {
  const ids = new Set([id]);
  // Iterating over a set includes elements that are added meanwhile.
  for (const each of ids) {
    for (const next of from.getModuleInfo(each)?.importedIds ?? []) ids.add(next);
  }
  return ids;
}

/**
 * Puts what the popup loads at once into few files. A browser loads each file of an extension
 * separately. By default there are thirty, one for each set of pages that share something, and
 * loading them takes longer than running them.
 *
 * The desk's start works the same way, with an extra file for what other pages load, too, and one
 * for what draws its first blocks.
 *
 * In return, options and library load what only popup and desk need. The background and the card of
 * `outcome.html`, which must be fast, load nothing more; no page runs another page's code.
 *
 * The script that reads the database first is separate (`entrypoints/early-look`), because it must not wait
 * for these files.
 */
export function fewFilesAtStart(): Plugin {
  const users = new Map<string, Set<Context>>();
  const drawing = new Set<string>();
  // Each includes what its modules need, unless an earlier one has that.
  const groups = ['everywhere', 'base', 'pages', 'desk-base', 'desk-start', 'drawing'].map(
    (name, at) => ({ name, test: (id: string) => fileFor(id) === name, priority: 6 - at }),
  );
  return {
    name: 'wrapup:few-files-at-start',
    apply: 'build',
    buildEnd() {
      users.clear();
      const entries = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
      for (const context of contexts) {
        const entry = entries.find((id) => id.includes(`/entrypoints/${context}/`));
        if (entry === undefined) continue;
        for (const id of neededBy(entry, this))
          users.set(id, (users.get(id) ?? new Set()).add(context));
      }
      const draws = [...this.getModuleIds()].find((id) => drawsBlocks.test(id));
      drawing.clear();
      if (draws !== undefined) for (const id of neededBy(draws, this)) drawing.add(id);
    },
    outputOptions: (options) =>
      options.format === 'iife' ? null : { ...options, codeSplitting: { groups } },
  };

  /** No other page loads it. */
  function isOfDesk(id: string): boolean {
    return /\/(?:components|entrypoints)\/desk\//.test(id);
  }

  function fileFor(id: string): string | undefined {
    // They show their page wherever they are loaded, and other pages load these files, too.
    if (/\/entrypoints\/(?:popup|desk)\/main\.tsx$/.test(id)) return undefined;
    const by = users.get(id);
    if (by === undefined) return drawing.has(id) && !drawsBlocks.test(id) ? 'drawing' : undefined;
    const inBackground = by.has('background');
    if (by.has('desk') && !by.has('popup') && !isOfDesk(id)) {
      if (by.has('outcome')) return undefined;
      return inBackground ? 'desk-base' : 'desk-start';
    }
    if (!by.has('popup') || !by.has('sidepanel')) return undefined;
    if (by.has('outcome')) return 'everywhere';
    if (inBackground) return 'base';
    return 'pages';
  }
}
