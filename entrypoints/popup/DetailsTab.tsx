import { useEffect, useRef, useState } from 'preact/hooks';
import { edit } from '../../components/hooks/edges.ts';
import { errorText } from '../../components/hooks/error-text.ts';
import { t } from '../../components/hooks/i18n.ts';
import type { TabProps } from '../../components/hooks/tab-props.ts';
import type { Undo } from '../../components/hooks/use-notices.ts';
import type { PageEdge } from '../../components/hooks/use-page.ts';
import { keepViewPart, loadView } from '../../components/hooks/view-state.ts';
import { DetailsForm } from '../../components/wrap-up/DetailsForm.tsx';
import { FillFromPage } from '../../components/wrap-up/FillFromPage.tsx';
import { type Difference, fillFromEvent } from '../../lib/core/fill-from-event.ts';
import type { WrapUp, WrapUpDetails } from '../../lib/core/wrap-up.ts';

interface DetailsTabProps extends Pick<TabProps, 'showNotice'> {
  wrapUp: WrapUp | undefined;
  inbox: boolean;
  page: PageEdge;
  offerUndo(undo: Undo): void;
}

export function DetailsTab(props: DetailsTabProps) {
  const { wrapUp, page } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [changes, setChanges] = useState<Difference[] | null>(null);
  const [problem, setProblem] = useState('');
  const here = wrapUp !== undefined;
  const [left] = useState(() => loadView().typed);
  useEffect(() => {
    if (here) scroller.current?.scrollTo({ top: loadView().detailsTopPx });
    // where it stood as the tab opened
  }, [here]);

  if (!wrapUp) return <NoDetails inbox={props.inbox} />;
  const change = (edits: Partial<WrapUpDetails>) => edit('wrapUp', wrapUp.id, edits);
  const fill = async () => {
    setProblem('');
    setChanges(null);
    const read = await page.readEvents();
    if (!read.ok) return setProblem(errorText(read.error));
    const [found] = read.value.events;
    if (!found) return;
    const filled = fillFromEvent(wrapUp, found, () => crypto.randomUUID());
    setChanges(filled.differences);
    if (filled.differences.length === 0) return;
    const before: Partial<WrapUpDetails> = {};
    for (const key of Object.keys(filled.changes) as (keyof WrapUpDetails)[]) {
      Object.assign(before, { [key]: wrapUp[key] });
    }
    change(filled.changes);
    props.offerUndo({
      text: t('popup_filled'),
      run: () => {
        change(before);
        setChanges(null);
      },
    });
  };
  return (
    <div
      class="panel-scroller"
      ref={scroller}
      onScroll={(event) => keepViewPart({ detailsTopPx: event.currentTarget.scrollTop })}
    >
      <DetailsForm
        wrapUp={wrapUp}
        typed={left}
        createId={() => crypto.randomUUID()}
        onTyped={(field, text) => {
          const { [field]: _, ...others } = loadView().typed;
          keepViewPart({ typed: text ? { ...others, [field]: text } : others });
        }}
        onEdit={change}
      >
        <FillFromPage
          found={page.inspected?.ok === true && page.inspected.value.hasEvent}
          problem={problem}
          changes={changes}
          onFill={() => void fill()}
          onClose={() => setChanges(null)}
        />
      </DetailsForm>
    </div>
  );
}

function NoDetails({ inbox }: { inbox: boolean }) {
  return (
    <div class="empty">
      <h2>{t(inbox ? 'popup_inbox_no_post_title' : 'popup_no_details_title')}</h2>
      <p>{t(inbox ? 'popup_inbox_no_post_text' : 'popup_no_details_text')}</p>
    </div>
  );
}
