import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t, tCount } from '../../lib/client/i18n.ts';
import type { ClippableTab, TabList } from '../../lib/clips/open-tabs.ts';
import { CheckBox } from '../ui/CheckBox.tsx';

interface OpenTabsProps {
  list: TabList;
  onClip(tabs: readonly ClippableTab[]): void;
  onClose(): void;
}

/** The window's tabs to choose from; those that are not clipped yet are ticked. */
export function OpenTabs({ list, onClip, onClose }: OpenTabsProps) {
  const { tabs, leftOut } = list;
  const [ticked, setTicked] = useState<ReadonlySet<ClippableTab>>(
    () => new Set(tabs.filter(({ isClipped }) => !isClipped)),
  );
  const root = useRef<HTMLElement>(null);
  useLayoutEffect(() => root.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  const tick = (tab: ClippableTab, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(tab);
    else next.delete(tab);
    setTicked(next);
  };
  return (
    <section
      ref={root}
      class="open-tabs"
      role="dialog"
      aria-label={t('tabs_title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Otherwise the browser closes the popup.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <h2>{t('tabs_title')}</h2>
      {tabs.length === 0 ? (
        <p class="quiet">{t('tabs_none')}</p>
      ) : (
        <ul>
          {tabs.map((tab) => (
            <li key={tab.page.url}>
              <CheckBox
                label={tab.title}
                checked={ticked.has(tab)}
                onChange={(on) => tick(tab, on)}
              />
              <p class="quiet" dir="auto">
                {tab.host}
                {tab.isClipped && ` · ${t('tabs_clipped')}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {leftOut > 0 && <p class="quiet">{tCount('tabs_left_out', leftOut)}</p>}
      <div class="row">
        <button
          type="button"
          class="button primary"
          disabled={ticked.size === 0}
          onClick={() => onClip(tabs.filter((tab) => ticked.has(tab)))}
        >
          {tCount('tabs_clip', ticked.size)}
        </button>
        <button type="button" class="button quiet" onClick={onClose}>
          {t('tabs_cancel')}
        </button>
      </div>
    </section>
  );
}
