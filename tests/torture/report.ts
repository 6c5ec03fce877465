import type { FaultFigures } from './faults.ts';
import type { KillFigures } from './kill/rounds.ts';
import type { BackupLoadFigures, LoadFigures } from './load.ts';
import type { MemoryFigures } from './memory.ts';
import type { Entry } from './results.ts';
import type { StopFigures } from './stops.ts';
import type { WindowFigures } from './windows.ts';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const of = <Figures>(results: readonly Entry[], part: string): Entry<Figures>[] =>
  results.filter((each) => each.part === part) as Entry<Figures>[];
const when = ({ date, browser, seed }: Entry): string[] => [date, browser, String(seed)];

const killHead =
  'date|browser|seed|rounds|acknowledged|lost|set back|half there|equal keys|order|false alarm|wiped';

function killTable(results: readonly Entry[], part: 'kills' | 'damages'): string {
  const rows = of<KillFigures>(results, part).map((entry) => {
    const { rounds, acknowledged, wiped, givenBack, notGivenBack, faults } = entry.figures;
    const count = (kind: string) => String(faults.filter((each) => each.kind === kind).length);
    return [
      ...when(entry),
      String(rounds),
      String(acknowledged),
      ...['lost', 'set back', 'half there', 'equal keys', 'order', 'false alarm'].map(count),
      String(wiped),
      ...(part === 'kills' ? [] : [`${givenBack} of ${givenBack + notGivenBack}`]),
      (entry.seconds / rounds).toFixed(1),
    ];
  });
  const more = part === 'kills' ? ['s a round'] : ['restored', 's a round'];
  return table([...killHead.split('|'), ...more], rows);
}

function kills(results: readonly Entry[]): string {
  return `## Kill rounds

Several of our pages work at once, at random: clips from an article, pictures of 5 MB, words typed with real
keys into notes and the footer, moves, deletions and undo by keys, the restore of another library. At a random
moment, the browser's whole process group gets SIGKILL, and the browser is started again with the same profile.
Then everything that was *acknowledged* must be there: a clip for which there was an answer, words that are no
longer in the page's journal, an order that could be read from the database. *Half there*: a quote without its
original, a picture without its bytes or with the wrong ones, a step whose marks contradict it, a part of a
restored library. *Set back*: words that are older than before, after the first page has written what was in the
journal. *False alarm*: the popup says that the library is gone or older, but it is not. *Wiped*: the browser
started with an empty database; everything in the second place is restored, and the next round begins with a new
profile.

${killTable(results, 'kills')}

## Damaged files

The same, but the browser is killed when the second place contains everything that was written (a page copies
its writes within 1.5 s), and the files of the database are damaged while the browser is closed. If the browser
then wipes the database, the popup says so, and its button restores the library from the snapshot and the tail:
all of it must be there.

${killTable(results, 'damages')}`;
}

function stops(results: readonly Entry[]): string {
  const rows = of<StopFigures>(results, 'stops').map((entry) => {
    const { requests, clipped, failed, faults } = entry.figures;
    return [...when(entry), ...[requests, clipped, failed, faults.length].map(String)];
  });
  return `## The background stopped at any moment

A shortcut is pressed, and up to 400 ms later the service worker or event page is stopped; the note-taker's next
action starts it again. Each clip must be stored once and confirmed, or not stored and reported as failed.

${table(['date', 'browser', 'seed', 'requests', 'stored once and confirmed', 'reported as failed', 'anything else'], rows)}`;
}

/** Returns what each page says under each fault, from the last run of each browser. */
function faults(results: readonly Entry[]): string {
  const latest = new Map(
    of<FaultFigures>(results, 'faults').map((each) => [each.browser.split(' ')[0], each]),
  );
  const tables = [...latest.values()].map((entry) => {
    const columns = ['popup', 'sidepanel', 'options', 'library', 'clip by shortcut'];
    const rows = Object.entries(entry.figures).map(([fault, said]) => [
      fault,
      ...columns.map((page) => (said[page] ?? '–').replaceAll('|', '\\|')),
    ]);
    return `${when(entry).slice(0, 2).join(', ')}:\n\n${table(['fault', ...columns], rows)}`;
  });
  return `## Faults by plan

The alert that a page shows if it is opened during a fault, and that of the card after a shortcut, as read from
the page (including the words of buttons). If the fault affects the page itself, a word is typed, too.

${tables.join('\n\n')}`;
}

function windows(results: readonly Entry[]): string {
  const rows = of<WindowFigures>(results, 'windows').map((entry) => {
    const { edits, lost, converged } = entry.figures;
    return [...when(entry), String(edits), String(lost.length), converged ? 'yes' : 'no'];
  });
  return `## Two windows

Words are typed at random places of one text, in two windows of one browser.

${table(['date', 'browser', 'seed', 'edits', 'words lost', 'same text in the end'], rows)}`;
}

function load(results: readonly Entry[]): string {
  const clips = of<LoadFigures>(results, 'clips').map((entry) => {
    const { clips, largest, popupMs, clipMs, keyMs, moveMs } = entry.figures;
    const figures = [clips, largest, popupMs, clipMs, keyMs, moveMs];
    return [...when(entry).slice(0, 2), ...figures.map(String)];
  });
  const backups = [
    ...of<BackupLoadFigures>(results, 'clips-backup'),
    ...of<BackupLoadFigures>(results, 'pictures'),
  ].map((entry) => {
    const { clips, pictures, pictureMegabytes, backup, check, restore } = entry.figures;
    const sizes = [String(clips), `${pictures} of ${pictureMegabytes} MB`];
    const uses = [backup, check, restore].map((use) => `+${use.megabytes} MB, ${use.seconds} s`);
    return [...when(entry).slice(0, 2), ...sizes, ...uses];
  });
  const memory = of<MemoryFigures>(results, 'memory').flatMap((entry) =>
    entry.figures.contexts.map(({ context, megabytes, bytesACycle }) => [
      ...when(entry).slice(0, 2),
      String(entry.figures.cycles),
      context,
      String(megabytes),
      String(bytesACycle),
    ]),
  );
  const head = 'date|browser|clips|in one wrap-up|popup shown|clip|key stored|move shown';
  const backupHead = 'date|browser|clips|pictures|backup|check|restore';
  return `## Load

\`npm run torture -- --load\`. Median times in ms, including the first popup after so many clips.

${table(head.split('|'), clips)}

A backup, until the file is downloaded; the preview of its restore, and the restore itself, in an empty profile.
MB is the peak memory of all processes of the browser together above the memory before; wanted are at most 64
for a backup and 150 for a restore.

${table(backupHead.split('|'), backups)}

Memory that remains after a forced garbage collection: in each cycle, a clip is made and undone, and a letter is
typed and deleted. The growth is measured after the first 500 cycles; it may be at most 1,000 bytes a cycle.

${table(['date', 'browser', 'cycles', 'context', 'MB in the end', 'bytes a cycle'], memory)}`;
}

/** The README beside this file. */
export function report(results: readonly Entry[]): string {
  const machine = results.at(-1)?.machine ?? '';
  return `# Torture

Made by \`npm run torture\`, on ${machine}; the same figures as data: \`results.json\`.

\`npm run torture -- --rounds N --seed S [--browser chromium|firefox] [--only kills|damages|faults|stops|windows]\`
repeats it. The actions of a run depend on its seed; their times also depend on the machine. \`npm test\`
includes a short run.

${[kills, stops, windows, faults, load].map((part) => part(results)).join('\n\n')}

## Without a browser

\`tests/store/changes-model.test.ts\` compares two clients with a model for 10,000 steps (more with
\`MODEL_STEPS\`, others with \`PROPERTY_SEED\`); \`tests/store/order-keys.test.ts\` searches for two items with
the same key.
`;
}
