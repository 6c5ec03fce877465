import { useState } from 'preact/hooks';
import { Drawer } from '../../components/desk/Drawer.tsx';
import { focusSoon } from '../../components/ui/focus-soon.ts';
import { lazy } from '../../components/ui/lazy.tsx';
import { t } from '../../lib/client/i18n.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { BlockFields } from './BlockFields.tsx';
import type { DeskContext } from './use-desk.ts';

const details = lazy(
  'tab.details',
  async () => (await import('../popup/DetailsTab.tsx')).DetailsTab,
);

type Opened = { of: 'details'; speakerId?: string | undefined } | { of: 'block'; id: string };

/** What is open beside the post: the details, all fields of a block, or nothing. */
export function useDrawer({ revealBlock }: Pick<DeskContext, 'revealBlock'>) {
  const [opened, setOpened] = useState<Opened | null>(null);
  return {
    opened,
    /** @param field by its name in the form; undefined: the first one */
    openDetails(field?: string) {
      const speakerId = /^speaker\.(.*)/.exec(field ?? '')?.[1];
      setOpened({ of: 'details', speakerId });
      const name = speakerId === undefined ? (field ?? 'title') : `speaker.${speakerId}.name`;
      const wanted = `[data-field="${CSS.escape(name)}"]`;
      focusSoon(`#details-drawer ${wanted}`, '#details-drawer [data-field]');
    },
    openFields(id: string) {
      setOpened({ of: 'block', id });
      focusSoon('#block-drawer [data-field]');
    },
    close() {
      if (opened?.of === 'block') revealBlock(opened.id);
      else focusSoon('#desk-details');
      setOpened(null);
    },
  };
}

interface DeskDrawerProps {
  desk: DeskContext;
  wrapUp: WrapUp;
  drawer: ReturnType<typeof useDrawer>;
}

export function DeskDrawer({ desk, wrapUp, drawer: { opened, close } }: DeskDrawerProps) {
  if (opened?.of === 'details')
    return (
      <Drawer id="details-drawer" title={t('popup_details')} onClose={close}>
        <details.Part
          key={`${wrapUp.id} ${opened.speakerId}`}
          wrapUp={wrapUp}
          openSpeakerId={opened.speakerId}
          wrapUps={desk.library.wrapUps ?? []}
          inbox={false}
          pageEvents={undefined}
          showNotice={desk.showNotice}
          offerUndo={desk.offerUndo}
        />
      </Drawer>
    );
  const block = opened?.of === 'block' ? desk.rows?.get(opened.id) : undefined;
  if (!block) return null;
  return (
    <Drawer id="block-drawer" title={t('desk_block_fields')} onClose={close}>
      <BlockFields key={block.id} desk={desk} item={block} onClose={close} />
    </Drawer>
  );
}
