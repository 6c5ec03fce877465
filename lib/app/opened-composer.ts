import { loadCode } from '../core/base/load-code.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import type { ComposePost } from '../render/compose.ts';

/** What knows posts that were files before, with its parser; loaded with the first one. */
export const loadOpened = () => loadCode('opened', () => import('../posts/compose-opened.ts'));

/** What composes a post that was a file before. Undefined for any other. */
export async function openedComposer({ opened }: WrapUp): Promise<ComposePost | undefined> {
  return opened && (await loadOpened()).composeOpened;
}
