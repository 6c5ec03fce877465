import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface LibrarySectionProps {
  /** The fragment of an address that opens the page at this section. */
  id: string;
  title: string;
  children: ComponentChildren;
}

/** One section of the library page: a heading, and its content. */
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
