import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LinkTarget } from '../../lib/clips/link-targets.ts';
import { loadCode, whenLoaded } from '../../lib/core/base/load-code.ts';
import type { Layout } from '../../lib/core/post/profile.ts';
import { clipAt } from './dragged-clip.ts';
import { fieldOfButton, isLinkChord, type LinkRequest, linkFieldOf } from './link-field.ts';
import { justTyped } from './typed-brackets.ts';

export interface TextLinksProps {
  /** Reads what a text can link to now. */
  read(): Promise<readonly LinkTarget[]>;
  /** Returns the site's current layout: what its generator would run is pasted as text. */
  layoutNow(): Layout;
  /** Called with a message about why there is no link. */
  onRefused(sentence: string): void;
}

type Picker = ComponentType<TextLinksProps & { asked: LinkRequest | undefined }>;

/**
 * Adds links to all fields of the page that accept them: by Ctrl/Cmd+K, a button, `[[` or `](`, a
 * name where an address belongs, or pasting an address over words. Use it once per page. Its code
 * is loaded when the first such field gets the focus.
 */
export function TextLinks(props: TextLinksProps) {
  const [loaded, setLoaded] = useState<{ Picker: Picker }>();
  const [asked, setAsked] = useState<LinkRequest>();
  useEffect(() => {
    if (loaded) return;
    const load = () => {
      const code = loadCode('links', () => import('./LinkPicker.tsx'));
      void whenLoaded(code, ({ LinkPicker }) => setLoaded({ Picker: LinkPicker }));
    };
    const onFocus = (event: Event) => {
      if (linkFieldOf(event.target)) load();
    };
    // A clip may be dragged to a field that never had the focus.
    const onPointerDown = (event: Event) => {
      if (event.target instanceof Element && clipAt(event.target) !== undefined) load();
    };
    const onClick = ({ target }: Event) => {
      const field = fieldOfButton(target);
      if (!field) return;
      load();
      setAsked({ field });
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const field = linkFieldOf(event.target);
      if (!field || !isLinkChord(event)) return;
      event.preventDefault();
      setAsked({ field });
    };
    const onInput = (event: Event) => {
      const field = linkFieldOf(event.target);
      const start = field && justTyped(field, event);
      if (field && start !== undefined) setAsked({ field, start });
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPointerDown);
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('input', onInput);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPointerDown);
      document.removeEventListener('click', onClick);
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('input', onInput);
    };
  }, [loaded]);
  return loaded ? <loaded.Picker {...props} asked={asked} /> : null;
}
