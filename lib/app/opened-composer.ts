import { loadCode } from '../core/base/load-code.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import type { ComposePost } from '../render/compose.ts';

/** Code for posts opened from files, with its parser; loaded with the first one. */
export const loadOpened = () => loadCode('opened', () => import('../posts/compose-opened.ts'));

/** Returns the composer of a post opened from a file; undefined for any other. */
export async function openedComposer({ opened }: WrapUp): Promise<ComposePost | undefined> {
  return opened && (await loadOpened()).composeOpened;
}
