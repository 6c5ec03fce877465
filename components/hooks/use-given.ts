import { useEffect, useRef } from 'preact/hooks';
import { parseInert } from '../../lib/browser/trusted-types.ts';
import { loadCode } from '../../lib/core/base/load-code.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import { dialectOf } from '../../lib/render/dialects/registry.ts';
import { takesText } from '../clips/list-keys.ts';
import { linkFieldOf, linkUseOf } from '../links/link-field.ts';
import { addressIn } from '../links/use-pasted-links.ts';
import { pictureIn } from '../preview/picture-files.ts';
import { replaceText } from '../ui/replace-text.ts';
import type { Given } from './use-actions.ts';

interface Taking {
  profile: Profile | undefined;
  /** @param blockId the block that it was pasted or dropped on, if any */
  onGiven(given: Given, blockId: string | undefined): void;
}

const hasLinks = (html: string) => /<a\s[^>]*href/i.test(html);

/**
 * Converts words with their links from a page to Markdown that runs nothing of the site's
 * generator.
 */
async function markdownOf(html: string, profile: Profile): Promise<string> {
  const { htmlToMarkdown } = await loadCode(
    'html-to-markdown',
    () => import('../../lib/page/html-to-markdown.ts'),
  );
  const markdown = htmlToMarkdown(parseInert(html).body, { maths: profile.formulas });
  return dialectOf(profile).makeSafe(markdown);
}

const blockAt = (target: EventTarget | null) =>
  (target instanceof Element ? target.closest<HTMLElement>('.desk-post [data-id]') : null)?.dataset
    .id;

/**
 * Makes a block of what is pasted or dropped anywhere on the page, except in a text: an address, a
 * picture, words. Words with links that are pasted into a text keep their links. With Shift it is a
 * plain paste.
 */
export function useGiven(taking: Taking): void {
  const latest = useRef(taking);
  latest.current = taking;
  useEffect(() => {
    let isPlain = false;
    const onKeyDown = (event: KeyboardEvent) => {
      isPlain = event.shiftKey;
    };
    const take = (data: DataTransfer, blockId: string | undefined): boolean => {
      const { profile, onGiven } = latest.current;
      const file = pictureIn(data);
      const text = data.getData('text/plain');
      const html = data.getData('text/html');
      const url = addressIn(data.getData('text/uri-list') || text);
      if (file) {
        void file.arrayBuffer().then(
          (bytes) => onGiven({ name: file.name, bytes }, blockId),
          (thrown: unknown) => noteProblem('desk.read-picture', thrown),
        );
      } else if (data.files.length > 0) {
        // A file that is no picture goes with the post.
        return false;
      } else if (url) onGiven({ url }, blockId);
      else if (html !== '' && profile)
        void markdownOf(html, profile).then(
          (made) => onGiven({ text: made.trim() || text }, blockId),
          (thrown: unknown) => noteProblem('desk.paste', thrown),
        );
      else if (text.trim() !== '' && profile)
        onGiven({ text: dialectOf(profile).makeSafe(text) }, blockId);
      else return false;
      return true;
    };
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (!data || event.defaultPrevented) return;
      if (!takesText(event.target)) {
        if (take(data, blockAt(event.target))) event.preventDefault();
        return;
      }
      const field = linkFieldOf(event.target);
      const html = data.getData('text/html');
      const { profile } = latest.current;
      const isWords = field && linkUseOf(field) === 'text' && !isPlain && hasLinks(html);
      if (!isWords || !profile || addressIn(data.getData('text/plain'))) return;
      event.preventDefault();
      const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
      const plain = data.getData('text/plain');
      void markdownOf(html, profile).then(
        (by) => replaceText(field, { from, to, by: by.trim() }),
        (thrown: unknown) => {
          noteProblem('desk.paste', thrown);
          replaceText(field, { from, to, by: plain });
        },
      );
    };
    const onDrop = (event: DragEvent) => {
      const data = event.dataTransfer;
      if (!data || event.defaultPrevented || takesText(event.target)) return;
      // A dragged row is sorted; a file that is no picture is a post to open, or goes with the
      // post.
      const isFile = data.types.includes('Files') && !pictureIn(data);
      if (!isFile && take(data, blockAt(event.target))) event.preventDefault();
    };
    const onOver = (event: DragEvent) => {
      if (!takesText(event.target)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown, true);
    // This runs before the listener that makes links of pasted addresses, which ignores events that
    // are handled already.
    document.addEventListener('paste', onPaste, true);
    document.addEventListener('drop', onDrop);
    document.addEventListener('dragover', onOver);
    return () => {
      document.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('paste', onPaste, true);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('dragover', onOver);
    };
  }, []);
}
