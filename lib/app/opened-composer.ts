import type { WrapUp } from '../core/post/wrap-up.ts';
import type { ComposePost } from '../render/compose.ts';

/** What composes a post that was a file before; its parser is loaded with the first one. Undefined for any other. */
export async function openedComposer({ opened }: WrapUp): Promise<ComposePost | undefined> {
  if (!opened) return undefined;
  const { composeOpened } = await import('../posts/compose-opened.ts');
  return composeOpened;
}
