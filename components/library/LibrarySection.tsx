import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface LibrarySectionProps {
  /** What an address may name behind `#`, to open the page at this section. */
  id: string;
  title: string;
  children: ComponentChildren;
}

/** One concern of the library page: a heading, and what belongs under it. */
export function LibrarySection({ id, title, children }: LibrarySectionProps) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // The browser looked for it before it was rendered.
    if (location.hash === `#${id}`) section.current?.scrollIntoView();
  }, [id]);
  return (
    <section ref={section} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
