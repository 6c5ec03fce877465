import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRecord } from '../../../lib/backup/merge-record.ts';
import { addToTrails, type TrailStep, type Trails } from '../../../lib/backup/trails.ts';
import type { RecordKind } from '../../../lib/core/post/change.ts';
import { tries } from '../../support/property-tries.ts';
import { note, quote, uuid, wrapUp, wrapUpId } from '../../support/records.ts';

type Fields = Record<string, unknown>;

/** One side of a restore: a record, and the steps that made it. */
class Side {
  record: Fields;
  steps: TrailStep[];
  readonly #kind: RecordKind;

  constructor(record: object, kind: RecordKind = 'item', steps: readonly TrailStep[] = []) {
    this.record = { ...record };
    this.#kind = kind;
    this.steps = [...steps];
  }

  edit(field: string, after: unknown): this {
    const id = crypto.randomUUID();
    const { id: of } = this.record as { id: string };
    const before = this.record[field];
    this.steps.push({ ids: [id], fields: [{ record: this.#kind, id: of, field, before, after }] });
    this.record[field] = after;
    return this;
  }

  move(wrapUpId: string, order: string): this {
    const before = { wrapUpId: this.record.wrapUpId, order: this.record.order };
    this.edit('place', { wrapUpId, order });
    const [field] = this.steps.at(-1)?.fields ?? [];
    Object.assign(field ?? {}, { before });
    delete this.record.place;
    Object.assign(this.record, { wrapUpId, order });
    return this;
  }

  /** Returns a copy, as in a backup, or in the browser where it was restored. */
  copy(): Side {
    return new Side(this.record, this.#kind, this.steps);
  }

  /** Its history does not go back that far, or was never kept. */
  forgetting(): Side {
    return new Side(this.record, this.#kind);
  }

  trails(): Trails {
    const trails: Trails = new Map();
    const wanted = new Set([`${this.#kind}/${this.record.id}`]);
    for (const step of this.steps) addToTrails(trails, step, wanted);
    return trails;
  }

  mergedWith(file: Side, isValid: (record: Fields) => boolean = () => true) {
    const two = {
      kind: this.#kind,
      id: this.record.id as string,
      here: this.record,
      there: file.record,
    };
    return mergeRecord(two, { here: this.trails(), there: file.trails() }, isValid);
  }
}

const started = () => new Side(note(11, { note: 'First words.' }));

describe('two versions of a record', () => {
  it('are the same whatever their clocks say', () => {
    const here = started();
    const file = here.copy();
    file.record.updatedAt = '2031-01-01T00:00:00.000Z';
    expect(here.mergedWith(file)).toMatchObject({ verdict: 'same', versions: [] });
  });

  it('are newer here where only this side went on, even if the clock of the file is ahead', () => {
    const here = started();
    const file = here.copy();
    file.record.updatedAt = '2031-01-01T00:00:00.000Z';
    here.edit('note', 'First words, and more.');
    const merged = here.mergedWith(file);
    expect(merged.verdict).toBe('newer-here');
    expect(merged.record.note).toBe('First words, and more.');
  });

  it('are newer there where only the file went on, even if our clock is ahead', () => {
    const here = started();
    here.record.updatedAt = '2031-01-01T00:00:00.000Z';
    const file = here.copy().edit('note', 'Other').edit('note', 'Other words');
    const merged = here.mergedWith(file);
    expect(merged.verdict).toBe('newer-there');
    expect(merged.record.note).toBe('Other words');
  });

  it('know each other by the edits where what was typed between is gone from the history', () => {
    const here = started().edit('note', 'First words. a');
    const file = here.copy();
    here.edit('note', 'First words. abc');
    // Typing without a pause makes one step, so 'a' is in no history any more.
    const [first, second] = here.steps;
    const joined = { ...first?.fields[0], after: 'First words. abc' };
    here.steps = [
      { ids: [...(first?.ids ?? []), ...(second?.ids ?? [])], fields: [joined as never] },
    ];
    expect(here.mergedWith(file).verdict).toBe('newer-here');
    expect(file.mergedWith(here).verdict).toBe('newer-there');
  });

  it('that both changed in one text have both changes', () => {
    const here = new Side(note(11, { note: 'one two three four' }));
    const file = here.copy().edit('note', 'one two three FOUR');
    here.edit('note', 'ONE two three four');
    const merged = here.mergedWith(file);
    expect(merged).toMatchObject({ verdict: 'both', versions: [] });
    expect(merged.record.note).toBe('ONE two three FOUR');
  });

  it('with texts that were begun on both sides have both, apart', () => {
    const here = new Side(note(11, { note: '' }));
    const file = here.copy().edit('note', 'Typed on the laptop.');
    here.edit('note', 'Typed at home.');
    expect(here.mergedWith(file).record.note).toBe('Typed at home.\n\nTyped on the laptop.');
  });

  it('whose quote was edited on both sides have both edits of what was captured', () => {
    const captured = 'Rings are fast. Rings are small.';
    const here = new Side(quote(12, { markdown: captured, editedMarkdown: null }));
    const file = here.copy().edit('editedMarkdown', 'Rings are fast. Rings are tiny.');
    here.edit('editedMarkdown', 'Rings are quick. Rings are small.');
    expect(here.mergedWith(file).record.editedMarkdown).toBe('Rings are quick. Rings are tiny.');
  });

  it('that both changed where texts cannot be put together keep ours, and theirs as a version', () => {
    const here = new Side(wrapUp({ slug: 'a' }), 'wrapUp');
    const file = here.copy().edit('slug', 'theirs');
    here.edit('slug', 'ours');
    expect(here.mergedWith(file)).toMatchObject({
      verdict: 'both',
      record: { slug: 'ours' },
      versions: [{ field: 'slug', theirs: 'theirs' }],
    });
  });

  it('without a history in common keep ours, and theirs as a version', () => {
    const here = new Side(note(11, { note: 'ours' }));
    const file = new Side(note(11, { note: 'theirs' }));
    expect(here.mergedWith(file)).toMatchObject({
      verdict: 'both',
      record: { note: 'ours' },
      versions: [{ field: 'note', theirs: 'theirs' }],
    });
  });

  it('merge field by field', () => {
    const here = new Side(wrapUp({ title: 'Old', footer: '' }), 'wrapUp');
    const file = here.copy().edit('footer', 'See you.');
    here.edit('title', 'New');
    expect(here.mergedWith(file)).toMatchObject({
      verdict: 'both',
      record: { title: 'New', footer: 'See you.' },
      versions: [],
    });
  });

  it('go on after a restore that left no history: what was restored is what both had', () => {
    const home = started().edit('note', 'First words. Home.');
    const laptop = home.forgetting();
    laptop.edit('note', 'First words. Home. Laptop.');
    expect(home.mergedWith(laptop).verdict).toBe('newer-there');
    home.edit('note', 'Zeroth. First words. Home.');
    expect(home.mergedWith(laptop).record.note).toBe('Zeroth. First words. Home. Laptop.');
  });

  it('that were completed on one side are complete', () => {
    const here = new Side({ ...note(11), assetId: '' });
    const file = new Side({ ...note(11), assetId: 'a'.repeat(64) });
    expect(here.mergedWith(file).record.assetId).toBe('a'.repeat(64));
    expect(file.mergedWith(here).record.assetId).toBe('a'.repeat(64));
  });

  it('that would be too long together keep ours, and all of theirs as versions', () => {
    const here = new Side(note(11, { note: '' }));
    const file = here.copy().edit('note', 'theirs');
    here.edit('note', 'ours');
    const merged = here.mergedWith(file, (record) => String(record.note).length < 8);
    expect(merged).toMatchObject({
      verdict: 'both',
      record: { note: 'ours' },
      versions: [{ field: 'note', theirs: 'theirs' }],
    });
  });
});

describe('a deletion', () => {
  const deleted = '2026-04-01T00:00:00.000Z';

  it('stands where the other side did nothing since', () => {
    const here = started();
    const file = here.copy();
    here.edit('deletedAt', deleted);
    expect(here.mergedWith(file)).toMatchObject({
      verdict: 'newer-here',
      record: { deletedAt: deleted },
    });
    expect(file.mergedWith(here)).toMatchObject({
      verdict: 'newer-there',
      record: { deletedAt: deleted },
    });
  });

  it('is taken back where the other side went on with what was deleted', () => {
    const here = started();
    const file = here.copy().edit('note', 'First words, and more.');
    here.edit('deletedAt', deleted);
    for (const merged of [here.mergedWith(file), file.mergedWith(here)]) {
      expect(merged).toMatchObject({
        verdict: 'both',
        record: { deletedAt: null, note: 'First words, and more.' },
      });
    }
  });

  it('is not believed where nobody knows who was first', () => {
    const here = started();
    const file = started();
    file.record.deletedAt = deleted;
    expect(here.mergedWith(file)).toMatchObject({ verdict: 'both', record: { deletedAt: null } });
  });
});

describe('a place', () => {
  it('is the one of the side that moved', () => {
    const here = started();
    const file = here.copy().move(uuid(2), 'b1');
    expect(here.mergedWith(file)).toMatchObject({
      verdict: 'newer-there',
      record: { wrapUpId: uuid(2), order: 'b1' },
    });
    expect(file.mergedWith(here)).toMatchObject({
      verdict: 'newer-here',
      record: { wrapUpId: uuid(2), order: 'b1' },
    });
  });

  it('is ours where both moved, or only the keys were made anew', () => {
    const here = started();
    const file = here.copy().move(wrapUpId, 'b1');
    here.move(wrapUpId, 'c1');
    expect(here.mergedWith(file).record.order).toBe('c1');
    const keyed = started();
    keyed.record.order = 'zz';
    expect(keyed.mergedWith(started())).toMatchObject({ verdict: 'same', record: { order: 'zz' } });
  });
});

describe('any two histories', () => {
  const words = fc.stringMatching(/^[a-z]{3,8}( [a-z]{3,8}){0,3}$/);
  const fields = ['note', 'alt', 'title', 'linkUrl'] as const;
  const edits = fc.array(fc.tuple(fc.constantFrom(...fields), words), { maxLength: 6 });
  const runs = tries(150);
  const edited = (side: Side, list: readonly (readonly [string, string])[]) => {
    for (const [field, value] of list) side.edit(field, value);
    return side;
  };

  it('lose no word that either side shows', () => {
    fc.assert(
      fc.property(edits, edits, edits, fc.boolean(), (common, ours, theirs, cut) => {
        const start = edited(new Side({ ...note(11), alt: '', title: '', linkUrl: '' }), common);
        const here = edited(cut ? start.forgetting() : start.copy(), ours);
        const file = edited(start.copy(), theirs);
        const { record, versions } = here.mergedWith(file);
        for (const field of fields) {
          const kept = [record[field], ...versions.map((each) => each.theirs)].join(' ');
          const changed = (list: typeof ours) => list.some(([each]) => each === field);
          // Deletions by one side are changes, too; only text that both sides continued must be
          // complete.
          const shown = [
            ...(changed(ours) ? [here.record[field]] : []),
            ...(changed(theirs) ? [file.record[field]] : []),
          ];
          if (changed(ours) && changed(theirs)) {
            const base = String(start.record[field]).split(' ');
            for (const word of shown
              .join(' ')
              .split(' ')
              .filter((each) => !base.includes(each))) {
              expect(kept).toContain(word);
            }
          } else for (const text of shown) expect(kept).toContain(text);
        }
      }),
      runs,
    );
  });

  it('in which only one side went on give that side, in either direction', () => {
    fc.assert(
      fc.property(edits, edits, (common, more) => {
        const start = edited(new Side({ ...note(11), alt: '', title: '', linkUrl: '' }), common);
        const ahead = edited(start.copy(), more);
        const isSame = JSON.stringify(ahead.record) === JSON.stringify(start.record);
        const there = start.mergedWith(ahead);
        const here = ahead.mergedWith(start);
        expect(there.record).toEqual(ahead.record);
        expect(here.record).toEqual(ahead.record);
        expect(there.verdict).toBe(isSame ? 'same' : 'newer-there');
        expect(here.verdict).toBe(isSame ? 'same' : 'newer-here');
      }),
      runs,
    );
  });

  it('are done after one merge: the same file again changes nothing', () => {
    fc.assert(
      fc.property(edits, edits, edits, (common, ours, theirs) => {
        const start = edited(new Side({ ...note(11), alt: '', title: '', linkUrl: '' }), common);
        const here = edited(start.copy(), ours);
        const file = edited(start.copy(), theirs);
        const { record } = here.mergedWith(file);
        // Like the store: the steps of both are kept, then the one made by the restore.
        const known = new Set(here.steps.flatMap(({ ids }) => ids));
        const steps = [...here.steps, ...file.steps.filter(({ ids }) => !known.has(ids[0] ?? ''))];
        const restored = new Side(here.record, 'item', steps);
        for (const field of fields) {
          if (record[field] !== here.record[field] || record[field] !== file.record[field]) {
            restored.record[field] = here.record[field];
            restored.edit(field, record[field]);
          }
        }
        const again = restored.mergedWith(file);
        expect(again.record).toEqual(restored.record);
        expect(['same', 'newer-here']).toContain(again.verdict);
      }),
      runs,
    );
  });
});

describe('where something is', () => {
  it('is as it is here where both sides changed it, and is no version', () => {
    const here = new Side(wrapUp({ landing: uuid(2) }), 'wrapUp');
    const file = new Side(wrapUp({ landing: uuid(3) }), 'wrapUp');
    const merged = here.mergedWith(file);
    expect(merged).toMatchObject({ verdict: 'same', versions: [], record: { landing: uuid(2) } });
  });

  it('is as it is in the file where that alone changed it', () => {
    const here = started();
    const merged = here.mergedWith(here.copy().edit('tray', 'waiting'));
    expect(merged).toMatchObject({ verdict: 'newer-there', record: { tray: 'waiting' } });
  });

  it.each(['seenAt', 'triagedAt'] as const)(
    'was seen or decided on once it was anywhere: %s',
    (field) => {
      const here = new Side(note(11, field === 'seenAt' ? { seenAt: null } : {}));
      const file = new Side(note(11, { [field]: '2026-03-20T00:00:00.000Z' }));
      const merged = here.mergedWith(file);
      expect(merged.verdict).toBe('same');
      expect(merged.record[field]).toBe('2026-03-20T00:00:00.000Z');
      expect(file.mergedWith(here).record[field]).toBe('2026-03-20T00:00:00.000Z');
    },
  );
});
