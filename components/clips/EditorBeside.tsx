import type { ComponentChildren, RefObject } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { Icon } from '../ui/Icon.tsx';
import { kindOf } from './kinds.ts';
import { shortName } from './preview-text.ts';

interface EditorBesideProps {
  item: Item;
  /** The name of a part of the template; undefined for other items. */
  name: string | undefined;
  root: RefObject<HTMLElement | null>;
  /** The editor. */
  children: ComponentChildren;
}

/** The editor of the open row in a separate column, if the page is wide. */
export function EditorBeside({ item, name, root, children }: EditorBesideProps) {
  const kind = kindOf(item);
  const called = name ?? t(kind.named, shortName(item));
  return (
    <section
      class="editor-beside"
      data-id={item.id}
      aria-label={t('popup_edit_row', called)}
      ref={root}
    >
      <h2>
        <Icon of={kind.icon} />
        {name ?? t(kind.name)}
      </h2>
      {children}
    </section>
  );
}
