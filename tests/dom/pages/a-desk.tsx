import './fake-page.ts';
import { Desk } from '../../../entrypoints/desk/Desk.tsx';
import { database, deps } from '../../../lib/client/services.ts';
import type { Item } from '../../../lib/core/post/item.ts';
import type { WrapUp } from '../../../lib/core/post/wrap-up.ts';
import { mount } from '../components/support.tsx';
import { eventually, showWide } from './fake-page.ts';

/** Shows the desk of a wrap-up that contains only these items. */
export async function showDesk(wrapUp: WrapUp, items: readonly Item[]): Promise<void> {
  for (const table of database.tables) await table.clear();
  await deps.wrapUps.put(wrapUp);
  for (const item of items) await deps.items.put(item);
  localStorage.clear();
  location.hash = `#${wrapUp.id}`;
  showWide(1366);
  mount(<Desk look={undefined} />);
  const last = items.at(-1);
  await eventually('the post', () =>
    last ? blockOf(last.id) : document.querySelector('.desk-post .ghosts'),
  );
}

export const blockOf = (id: string) =>
  document.querySelector<HTMLElement>(`.desk-post [data-id="${id}"] .block-body`);

/** Returns an item as it is stored now. */
export const storedItem = (id: string) =>
  deps.items.get(id) as Promise<Record<string, unknown> | undefined>;
