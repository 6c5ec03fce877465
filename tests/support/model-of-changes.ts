import { mergeValue } from '../../lib/core/merge/merge-value.ts';
import { typingPauseMs } from '../../lib/core/post/change.ts';

/** An item as the model knows it. */
export interface ModelItem {
  id: string;
  wrapUpId: string;
  note: string;
  hidden: boolean;
  deletedAt: string | null;
}

interface Place {
  wrapUpId: string;
  previousId: string | null;
  nextId: string | null;
}

type Field = 'note' | 'hidden' | 'deletedAt' | 'place';

interface ModelField {
  id: string;
  field: Field;
  before: unknown;
  after: unknown;
}

interface Step {
  ids: string[];
  histories: string[];
  kind: string;
  atMs: number;
  client: string;
  state: 'done' | 'undone' | 'ended';
  fields: ModelField[];
}

export type Target = { beforeId: string } | { afterId: string } | 'end';

/**
 * What the store of changes promises, without a database: lists instead of keys, and sequential
 * steps instead of transactions. Deleted items keep their place in the list.
 */
export class ModelOfChanges {
  items = new Map<string, ModelItem>();
  /** Ids by wrap-up, in their order, including deleted ones. */
  lists = new Map<string, string[]>();
  steps: Step[] = [];
  nowMs = 0;

  constructor(wrapUpIds: readonly string[]) {
    for (const id of wrapUpIds) this.lists.set(id, []);
  }

  get(id: string): ModelItem {
    const item = this.items.get(id);
    if (item === undefined) throw new Error(`The model has no ${id}`);
    return item;
  }

  list(wrapUpId: string): string[] {
    const list = this.lists.get(wrapUpId);
    if (list === undefined) throw new Error(`The model has no wrap-up ${wrapUpId}`);
    return list;
  }

  shown(wrapUpId: string): string[] {
    return this.list(wrapUpId).filter((id) => this.get(id).deletedAt === null);
  }

  /** Returns everything, as a backup would contain it. */
  backUp(): Pick<ModelOfChanges, 'items' | 'lists' | 'steps'> {
    const { items, lists, steps } = this;
    return structuredClone({ items, lists, steps });
  }

  /** Replaces everything by a backup; earlier steps can't be undone over that. */
  replaceBy(backup: Pick<ModelOfChanges, 'items' | 'lists' | 'steps'>): void {
    Object.assign(this, structuredClone(backup));
    for (const step of this.steps) step.state = 'ended';
  }

  /** Purges items, with the steps that change them; returns how many those are. */
  purge(ids: readonly string[]): number {
    for (const id of ids) {
      this.#take(id);
      this.items.delete(id);
    }
    const before = this.steps.length;
    this.steps = this.steps.filter((step) => !step.fields.some(({ id }) => ids.includes(id)));
    return before - this.steps.length;
  }

  /** Adds an item at the end, without a step. */
  put(item: ModelItem): void {
    this.items.set(item.id, { ...item });
    this.list(item.wrapUpId).push(item.id);
  }

  /** @returns the resulting note */
  edit(
    client: string,
    stepId: string,
    id: string,
    changes: Partial<Pick<ModelItem, 'note' | 'hidden' | 'deletedAt'>>,
    base?: string,
    kind = 'edit',
  ): void {
    const item = this.get(id);
    const fields: ModelField[] = [];
    for (const [name, value] of Object.entries(changes)) {
      const field = name as 'note' | 'hidden' | 'deletedAt';
      const before = item[field];
      const after =
        field === 'note' && base !== undefined
          ? mergeValue('note', base, value, before).value
          : value;
      if (after !== before) fields.push({ id, field, before, after });
      Object.assign(item, { [field]: after });
    }
    this.#record(client, stepId, kind, fields.length > 0 ? [item.wrapUpId] : [], fields);
  }

  add(client: string, stepId: string, item: ModelItem, at: Target): void {
    this.items.set(item.id, { ...item });
    const list = this.list(item.wrapUpId);
    list.push(item.id);
    // When undone, it is deleted at the instant at which it was created.
    const before = new Date(this.nowMs).toISOString();
    const field = { id: item.id, field: 'deletedAt', before, after: null } as const;
    const order = this.#ordered(item.wrapUpId, [item.id], at);
    if (order) this.lists.set(item.wrapUpId, order);
    this.#record(client, stepId, 'add', [item.wrapUpId], [field]);
  }

  /** Moves one item within its wrap-up. */
  move(client: string, stepId: string, wrapUpId: string, id: string, at: Target): void {
    const item = this.get(id);
    const order =
      item.wrapUpId === wrapUpId && item.deletedAt === null
        ? this.#ordered(wrapUpId, [id], at)
        : undefined;
    if (order === undefined) {
      this.#record(client, stepId, 'move', [], []);
      return;
    }
    const before = this.#placeOf(id);
    this.lists.set(wrapUpId, order);
    this.#record(
      client,
      stepId,
      'move',
      [wrapUpId],
      [{ id, field: 'place', before, after: this.#placeOf(id) }],
    );
  }

  moveBy(client: string, stepId: string, wrapUpId: string, id: string, by: -1 | 1): void {
    const shown = this.shown(wrapUpId);
    const beside = shown.includes(id) ? shown[shown.indexOf(id) + by] : undefined;
    if (beside === undefined) return;
    const target = by < 0 ? { beforeId: beside } : { afterId: beside };
    this.move(client, stepId, wrapUpId, id, target);
  }

  moveAway(client: string, stepId: string, id: string, wrapUpId: string): void {
    const item = this.get(id);
    if (item.wrapUpId === wrapUpId) {
      this.#record(client, stepId, 'move-away', [], []);
      return;
    }
    const before = this.#placeOf(id);
    this.#take(id);
    item.wrapUpId = wrapUpId;
    this.list(wrapUpId).push(id);
    this.#record(
      client,
      stepId,
      'move-away',
      [before.wrapUpId, wrapUpId],
      [{ id, field: 'place', before, after: this.#placeOf(id) }],
    );
  }

  /** Undoes the newest step of a history, or redoes the last undone one. */
  step(history: string, side: 'before' | 'after'): 'done' | 'refused' | 'nothing' {
    const state = side === 'before' ? 'done' : 'undone';
    const of = this.steps.filter(
      (step) => step.histories.includes(history) && step.state === state,
    );
    const step = side === 'before' ? of.at(-1) : of[0];
    return step === undefined ? 'nothing' : this.#writeSide(step, side);
  }

  /** Undoes the step that contains an edit, whatever came since. */
  undoOne(stepId: string): 'done' | 'refused' | 'nothing' {
    const step = this.steps.find(({ ids }) => ids.includes(stepId));
    return step?.state === 'done' ? this.#writeSide(step, 'before') : 'nothing';
  }

  #writeSide(step: Step, side: 'before' | 'after'): 'done' | 'refused' {
    const other = side === 'before' ? 'after' : 'before';
    const fields = side === 'before' ? step.fields.toReversed() : step.fields;
    let written = 0;
    for (const changed of fields) if (this.#writeField(changed, other, side)) written++;
    step.state = written === 0 ? 'ended' : side === 'before' ? 'undone' : 'done';
    return written === 0 ? 'refused' : 'done';
  }

  #writeField(changed: ModelField, from: 'before' | 'after', to: 'before' | 'after'): boolean {
    const item = this.get(changed.id);
    const { field } = changed;
    if (field !== 'place') {
      const merged = mergeValue(field, changed[from], changed[to], item[field], 'theirs');
      if (merged.clash && merged.value === item[field]) return false;
      Object.assign(item, { [field]: merged.value });
      return true;
    }
    const [left, goal] = [changed[from] as Place, changed[to] as Place];
    if (item.wrapUpId !== left.wrapUpId) return false;
    this.#take(item.id);
    const list = this.list(goal.wrapUpId);
    const [previous, next] = [goal.previousId, goal.nextId].map((id) =>
      id === null ? -1 : list.indexOf(id),
    ) as [number, number];
    const end = goal.previousId === null ? 0 : list.length;
    list.splice(previous >= 0 ? previous + 1 : next >= 0 ? next : end, 0, item.id);
    item.wrapUpId = goal.wrapUpId;
    return true;
  }

  /** Returns the list with `ids` at their target; undefined if they show there already. */
  #ordered(wrapUpId: string, ids: readonly string[], at: Target): string[] | undefined {
    const shown = this.shown(wrapUpId);
    const place = (list: string[], next: string | undefined) => {
      const resting = list.filter((id) => !ids.includes(id));
      const found = next === undefined ? -1 : resting.indexOf(next);
      return resting.toSpliced(found < 0 ? resting.length : found, 0, ...ids);
    };
    let next: string | undefined;
    if (at !== 'end') {
      if ('beforeId' in at) next = at.beforeId;
      else {
        const list = this.list(wrapUpId);
        const behind = list.includes(at.afterId) ? list.slice(list.indexOf(at.afterId) + 1) : [];
        next = behind.find((id) => shown.includes(id) && !ids.includes(id));
      }
    }
    const list = this.list(wrapUpId);
    const isThere = [shown, list].some((each) => place(each, next).join() === each.join());
    return isThere ? undefined : place(list, next);
  }

  #take(id: string): void {
    const list = this.list(this.get(id).wrapUpId);
    list.splice(list.indexOf(id), 1);
  }

  #placeOf(id: string): Place {
    const { wrapUpId } = this.get(id);
    const list = this.list(wrapUpId);
    const at = list.indexOf(id);
    return { wrapUpId, previousId: list[at - 1] ?? null, nextId: list[at + 1] ?? null };
  }

  #record(
    client: string,
    stepId: string,
    kind: string,
    histories: string[],
    fields: ModelField[],
  ): void {
    for (const step of this.steps) {
      const isSame = step.fields.some((one) =>
        fields.some((other) => one.id === other.id && one.field === other.field),
      );
      const isOfOne = step.histories.some((history) => histories.includes(history));
      if (step.state === 'undone' && isSame && isOfOne) step.state = 'ended';
    }
    const atMs = this.nowMs;
    if (fields.length === 0) {
      this.steps.push({ ids: [stepId], histories, kind, atMs, client, state: 'ended', fields });
      return;
    }
    const [history] = histories;
    const last =
      histories.length === 1
        ? this.steps.findLast(
            (step) => step.histories.includes(history ?? '') && step.state === 'done',
          )
        : undefined;
    const [one, other] = [last?.fields[0], fields[0]];
    const goesOn =
      last?.kind === 'edit' &&
      kind === 'edit' &&
      last.client === client &&
      atMs - last.atMs < typingPauseMs &&
      one?.field === 'note' &&
      other?.field === 'note' &&
      one.id === other.id;
    if (last === undefined || !goesOn) {
      this.steps.push({ ids: [stepId], histories, kind, atMs, client, state: 'done', fields });
      return;
    }
    last.ids.push(stepId);
    last.atMs = atMs;
    for (const field of fields) {
      const known = last.fields.find((each) => each.id === field.id && each.field === field.field);
      if (known) known.after = field.after;
      else last.fields.push(field);
    }
  }
}
