import { compareOrder } from '../../../lib/core/post/order.ts';
import type { Stored } from './stored.ts';

/** Something that is not as it must be. */
export interface Fault {
  kind: 'lost' | 'set back' | 'half there' | 'equal keys' | 'order' | 'false alarm';
  detail: string;
}

interface Typed {
  /** Everything that was typed. */
  typed: string;
  /** The part that the page knew to be stored. */
  saved: string;
}

/**
 * What must be stored after a kill: everything that was acknowledged. Pending changes may be there
 * or not.
 */
export class Expected {
  /** What was there when the round began. */
  #before: Stored | undefined;
  readonly #notes = new Map<string, Typed>();
  readonly #footer: Typed = { typed: '', saved: '' };
  /** Texts of quotes, and addresses of pictures. */
  readonly #clips = new Set<string>();
  /** Ids of what a restore adds, and whether the page said that it has. */
  #restoring: readonly string[] = [];
  #isRestored = false;
  #order: string[] | undefined;
  #changing = false;
  #anyOrder = false;
  #withHistory = false;
  readonly #log: string[] = [];
  acknowledged = 0;

  /** @param withHistory whether steps are undone, which makes texts shorter */
  begin(before: Stored, withHistory: boolean): void {
    this.#before = before;
    this.#withHistory = withHistory;
    this.#notes.clear();
    this.#log.length = 0;
    this.#clips.clear();
    this.#restoring = [];
    this.#isRestored = false;
    this.#order = undefined;
    this.#changing = false;
    this.#anyOrder = false;
    this.#footer.typed = this.#footer.saved = '';
  }

  typing(id: string, text: string): void {
    const note = this.#notes.get(id) ?? { typed: '', saved: '' };
    this.#notes.set(id, { ...note, typed: text });
  }

  saved(id: string, text: string): void {
    const note = this.#notes.get(id);
    if (note) note.saved = text;
    this.acknowledged++;
  }

  typingFooter(text: string): void {
    this.#footer.typed = text;
  }

  savedFooter(text: string): void {
    this.#footer.saved = text;
    this.acknowledged++;
  }

  clipped(what: string): void {
    this.#clips.add(what);
    this.acknowledged++;
  }

  restoring(ids: readonly string[]): void {
    this.#restoring = ids;
  }

  restored(): void {
    this.#isRestored = true;
    this.acknowledged++;
  }

  /** A move, a deletion or an undo is pending: `what` is for analysing a fault. */
  changing(what: string): void {
    this.#changing = true;
    this.#log.push(`${new Date().toISOString()} ${what}`);
  }

  /** The list's state is unknown until the request is done. */
  unknown(): void {
    this.#log.push('not seen');
    this.#anyOrder = true;
  }

  /** The list as it shows, once it shows the request's result. */
  changed(order: string[]): void {
    this.#order = order;
    this.#changing = false;
    this.#log.push(`${new Date().toISOString()} seen: ${order.map(short).join(' ')}`);
    this.acknowledged++;
  }

  /** True if everything that was there is gone: the browser created a new database. */
  isWiped(after: Stored): boolean {
    return this.wanted() > 0 && after.items.length === 0 && after.changes.length === 0;
  }

  /** How many records must be there. */
  wanted(): number {
    const typed = [...this.#notes.values()].filter(({ saved }) => saved !== '');
    const restored = this.#isRestored ? this.#restoring.length : 0;
    return (this.#before?.items.length ?? 0) + typed.length + this.#clips.size + restored;
  }

  check(after: Stored): Fault[] {
    return [...this.#lost(after), ...this.#outOfOrder(after), ...faultsOf(after)];
  }

  #lost(after: Stored): Fault[] {
    const faults: Fault[] = [];
    const lost = (detail: string) => faults.push({ kind: 'lost', detail });
    const items = new Map(after.items.map((item) => [item.id, item]));
    for (const item of this.#before?.items ?? []) {
      const now = items.get(item.id);
      if (now === undefined) lost(`${item.kind} ${item.id}, there before the round`);
      else if (!this.#withHistory && !now.note.startsWith(item.note)) {
        lost(`"${item.note}" of ${item.id} became "${now.note}"`);
      }
    }
    for (const [id, { typed, saved }] of this.#notes) {
      const note = items.get(id)?.note;
      if (saved === '' && note === undefined) continue;
      if (note === undefined || !note.startsWith(saved) || !typed.startsWith(note)) {
        lost(`note ${id}: saved "${saved}", typed "${typed}", stored "${note}"`);
      }
    }
    const { typed, saved } = this.#footer;
    const footer = after.wrapUps.find(({ id }) => id === after.activeWrapUpId)?.footer ?? '';
    if (typed !== '' && (!footer.startsWith(saved) || !typed.startsWith(footer))) {
      lost(`footer: saved "${saved}", typed "${typed}", stored "${footer}"`);
    }
    const clips = new Set(
      after.items.flatMap((item) =>
        item.kind === 'quote' ? [item.text] : item.kind === 'image' ? [item.url] : [],
      ),
    );
    for (const what of this.#clips) if (!clips.has(what)) lost(`clip "${what}"`);
    const missing = this.#restoring.filter((id) => !items.has(id)).length;
    const of = `${missing} of ${this.#restoring.length} that were restored`;
    if (missing > 0 && this.#isRestored) lost(of);
    else if (missing > 0 && missing < this.#restoring.length) {
      faults.push({ kind: 'half there', detail: of });
    }
    return faults;
  }

  #outOfOrder(after: Stored): Fault[] {
    const wanted = this.#order;
    if (wanted === undefined || this.#anyOrder) return [];
    const known = new Set([...wanted, ...(this.#before?.items ?? []).map(({ id }) => id)]);
    const shown = after.items
      .filter((item) => item.live === 1 && item.wrapUpId === after.activeWrapUpId)
      .sort(compareOrder)
      .map(({ id }) => id)
      .filter((id) => known.has(id));
    if (shown.join() === wanted.join()) return [];
    if (this.#changing && isOneStepApart(wanted, shown)) return [];
    const steps = after.changes.slice(-12).map(({ kind, at, state, fields }) => {
      const of = fields.map(({ id, field }) => `${field} of ${short(id)}`);
      return `${at} ${kind} (${state}): ${of.join(', ')}`;
    });
    const stored = `stored: ${shown.map(short).join(' ')}`;
    const detail = [...this.#log.slice(-20), stored, ...steps].join('\n    ');
    return [{ kind: 'order', detail }];
  }
}

const short = (id: string) => id.slice(0, 4);

/** True if only one item was moved, deleted or restored. */
function isOneStepApart(one: readonly string[], other: readonly string[]): boolean {
  return [...new Set([...one, ...other])].some((id) => {
    const without = (list: readonly string[]) => list.filter((each) => each !== id).join();
    return without(one) === without(other);
  });
}

/** Returns contradictions within a database. */
export function faultsOf(stored: Stored): Fault[] {
  const faults: Fault[] = [];
  const half = (detail: string) => faults.push({ kind: 'half there', detail });
  const originals = new Set(stored.originalIds);
  const assets = new Set(stored.assets.map(({ id }) => id));
  const wrapUps = new Set(stored.wrapUps.map(({ id }) => id));
  const ids = new Set(stored.items.map(({ id }) => id));
  const places = new Set<string>();
  for (const item of stored.items) {
    if (item.kind === 'quote' && !originals.has(item.id)) half(`quote ${item.id} has no original`);
    if (item.kind === 'image' && item.assetId !== '' && !assets.has(item.assetId)) {
      half(`picture ${item.id} has no bytes`);
    }
    if (item.wrapUpId !== 'inbox' && !wrapUps.has(item.wrapUpId)) {
      half(
        `${item.kind} ${item.id} of ${item.createdAt}, one of ${stored.items.length}, is in ${item.wrapUpId}; ` +
          `there are ${[...wrapUps].join(' ') || 'none'}, and ${stored.activeWrapUpId} takes the clips`,
      );
    }
    if (item.live !== (item.deletedAt === null ? 1 : 0)) half(`${item.id} is both there and gone`);
    const place = `${item.wrapUpId} ${item.order}`;
    if (places.has(place)) faults.push({ kind: 'equal keys', detail: `${item.id} at ${place}` });
    places.add(place);
  }
  for (const id of originals) if (!ids.has(id)) half(`original ${id} has no quote`);
  for (const { id, sha256 } of stored.assets) {
    if (id !== sha256) half(`the bytes of ${id} are ${sha256}`);
  }
  for (const { seq, histories, state, marks } of stored.changes) {
    const wanted = histories.map((history) => `${history}/${state}`);
    if (marks.join() !== wanted.join()) half(`step ${seq} is marked ${marks.join()}`);
  }
  return faults;
}

/** Returns what is older after a page has written its journal's content. */
export function setBack(before: Stored, after: Stored): Fault[] {
  const then = new Map(before.items.map((item) => [item.id, item]));
  return after.items.flatMap((item): Fault[] => {
    const known = then.get(item.id);
    if (known === undefined || item.note.startsWith(known.note)) return [];
    return [{ kind: 'set back', detail: `${item.id}: "${known.note}" became "${item.note}"` }];
  });
}
