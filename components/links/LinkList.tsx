import { Check } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { LinkTarget } from '../../lib/clips/link-targets.ts';
import { Icon } from '../ui/Icon.tsx';
import { targetDetail, targetKinds, targetTitle } from './target-kinds.ts';

interface LinkListProps {
  id: string;
  targets: readonly LinkTarget[];
  /** Index of the one that Enter takes. */
  active: number;
  onChoose(target: LinkTarget): void;
}

/** The targets to choose from; the focus stays in the field whose keys go through them. */
export function LinkList({ id, targets, active, onChoose }: LinkListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active, targets]);
  return (
    <div
      id={id}
      ref={list}
      role="listbox"
      tabIndex={-1}
      aria-label={t('link_targets')}
      // Before the field loses the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      {targets.map((target, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
        <div
          key={target.url}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          onClick={() => onChoose(target)}
        >
          <Icon of={targetKinds[target.kind].icon} label={t(targetKinds[target.kind].name)} />
          <span class="link-title" dir="auto">
            {targetTitle(target)}
          </span>
          <span class="quiet" dir="auto">
            {targetDetail(target)}
          </span>
          {target.used && <Icon of={Check} label={t('link_used')} class="used" />}
        </div>
      ))}
    </div>
  );
}
