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
  const more = part === 'kills' ? ['s a round'] : ['given back', 's a round'];
  return table([...killHead.split('|'), ...more], rows);
}

function kills(results: readonly Entry[]): string {
  return `## Kill rounds

Several pages of ours work at once, at random: clips from an article, pictures of 5 MB, words typed by real
keys into notes and the footer, moves, deletions and undo by keys, the restore of another library. At a random
moment the browser's whole process group gets SIGKILL, and it is started again on the same profile. Then
everything has to be there that was *acknowledged*: a clip that was answered, words that the page's journal holds
no more, an order that could be read from the database. *Half there*: a quote without its original, a picture
without bytes or with others than its hash says, a step whose marks contradict it, a part of what was restored.
*Set back*: words that are older once the first page has
written what the journal held. *False alarm*: the popup says that the library is gone or older, and it is not.
*Wiped*: the browser came up with an empty database; what the second place had by then is brought back, and the
next round begins with a new profile.

${killTable(results, 'kills')}

## Damaged files

The same, but the browser is killed once the second place has all that was written (a page copies what it writes
within 1.5 s), and the files of the database are damaged while it is closed. What the browser wiped then is
brought back by the button of the popup that says so, from snapshot and tail: all of it has to be there.

${killTable(results, 'damages')}`;
}

function stops(results: readonly Entry[]): string {
  const rows = of<StopFigures>(results, 'stops').map((entry) => {
    const { requests, clipped, failed, faults } = entry.figures;
    return [...when(entry), ...[requests, clipped, failed, faults.length].map(String)];
  });
  return `## The background stopped at any moment

A shortcut, and up to 400 ms later the service worker or event page is ended; what a note-taker does next
starts it again. Each clip has to be stored once and told, or not stored and told to have failed.

${table(['date', 'browser', 'seed', 'requests', 'stored once, and told', 'told as failed', 'anything else'], rows)}`;
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

What a page says that is opened under a fault, and the card after a shortcut: its alert, as read from the page
(words of buttons among them). Where a fault is put in the page's own way, a word is typed, too.

${tables.join('\n\n')}`;
}

function windows(results: readonly Entry[]): string {
  const rows = of<WindowFigures>(results, 'windows').map((entry) => {
    const { edits, lost, converged } = entry.figures;
    return [...when(entry), String(edits), String(lost.length), converged ? 'yes' : 'no'];
  });
  return `## Two windows

Words typed at random places of one text, in two windows of one browser.

${table(['date', 'browser', 'seed', 'edits', 'words lost', 'both the same in the end'], rows)}`;
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

\`npm run torture -- --load\`. Middle times in ms; the first popup after so many clips is among them.

${table(head.split('|'), clips)}

A backup, until the file is downloaded; what a restore of it would do, and that restore, in a profile that has
nothing. MB are the most that all processes of the browser together hold meanwhile above what they held before,
64 at most for a backup and 150 for a restore.

${table(backupHead.split('|'), backups)}

What stays in memory, the collection of garbage forced: in each cycle a clip is made and taken back, and a
letter is typed and deleted. The growth is that after the first 500 cycles; 1,000 bytes are the most it may be.

${table(['date', 'browser', 'cycles', 'context', 'MB in the end', 'bytes a cycle'], memory)}`;
}

/** The README beside this file. */
export function report(results: readonly Entry[]): string {
  const machine = results.at(-1)?.machine ?? '';
  return `# Torture

Made by \`npm run torture\`, on ${machine}; the same as data: \`results.json\`.

\`npm run torture -- --rounds N --seed S [--browser chromium|firefox] [--only kills|damages|faults|stops|windows]\` does it
again. What a run does depends on its seed; when it does it, on the machine too. \`npm test\` does a short one.

${[kills, stops, windows, faults, load].map((part) => part(results)).join('\n\n')}

## Without a browser

\`tests/store/changes-model.test.ts\` follows two clients for 10,000 steps against a model (more with
\`MODEL_STEPS\`, others with \`PROPERTY_SEED\`); \`tests/store/order-keys.test.ts\` looks for two items with one key.
`;
}
