import { useEffect, useRef } from 'preact/hooks';
import { takesText } from '../clips/list-keys.ts';
import { isMarkdown, useDroppedFiles } from './use-open-posts.ts';

interface Taking {
  /** Posts to open, and files that came with them. */
  onPosts(files: readonly File[]): void;
  onFiles(files: readonly File[]): void;
  /** Absent: another part of the page takes pictures. */
  onPicture?(file: File): void;
}

/**
 * Handles files that are dropped or pasted anywhere on the page: posts to open, pictures for the
 * post, files that go with it.
 */
export function useGivenFiles(taking: Taking): void {
  const latest = useRef(taking);
  latest.current = taking;
  const take = (files: readonly File[]) => {
    const { onPosts, onFiles, onPicture } = latest.current;
    if (files.some(isMarkdown)) return onPosts(files);
    const isPicture = ({ type }: File) => onPicture !== undefined && type.startsWith('image/');
    for (const file of files.filter(isPicture)) onPicture?.(file);
    const others = files.filter((file) => !isPicture(file));
    if (others.length > 0) onFiles(others);
  };
  useDroppedFiles(take);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `take` reads `latest`
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      const files = [...(data?.files ?? [])];
      if (!data || event.defaultPrevented || files.length === 0) return;
      // Over a text field, the text is meant, or what a page had beside it as a picture.
      const hasWords = data.getData('text/plain') !== '';
      const hasPicture = files.some(({ type }) => type.startsWith('image/'));
      if (takesText(event.target) && (hasWords || hasPicture)) return;
      event.preventDefault();
      take(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}
