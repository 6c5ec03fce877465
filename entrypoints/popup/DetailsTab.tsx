import { useEffect, useRef, useState } from 'preact/hooks';
import { useFirstSentences } from '../../components/hooks/use-first-sentences.ts';
import { useKnownSpeakers } from '../../components/hooks/use-known-speakers.ts';
import type { PageEvents, PageEventsEdge } from '../../components/hooks/use-page-events.ts';
import { useStyles } from '../../components/hooks/use-profile.ts';
import { createFileActions, useSiteFiles } from '../../components/hooks/use-site-files.ts';
import { nameOf } from '../../components/hooks/use-style-actions.ts';
import { useUnwritten } from '../../components/hooks/use-unwritten.ts';
import { Choice } from '../../components/ui/Choice.tsx';
import { focusSoon } from '../../components/ui/focus-soon.ts';
import { DetailsForm } from '../../components/wrap-up/DetailsForm.tsx';
import { FilesField } from '../../components/wrap-up/FilesField.tsx';
import { FillFromPage } from '../../components/wrap-up/FillFromPage.tsx';
import { FillFromPost } from '../../components/wrap-up/FillFromPost.tsx';
import { removedEntry } from '../../components/wrap-up/removed-entry.ts';
import { locale, t } from '../../lib/client/i18n.ts';
import type { Notice, Undo } from '../../lib/client/notice.ts';
import { whereToChoose } from '../../lib/client/open-in-tab.ts';
import { deps, edit, undoStep } from '../../lib/client/services.ts';
import { keepViewPart, loadView } from '../../lib/client/view-state.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import { type ChangeKind, profileId } from '../../lib/core/post/change.ts';
import { wrapUpBefore } from '../../lib/core/post/create-wrap-up.ts';
import type { WrapUp, WrapUpDetails } from '../../lib/core/post/wrap-up.ts';
import {
  applyProposals,
  type Proposal,
  proposeFill,
  proposeMaterial,
} from '../../lib/details/fill-from-event.ts';
import { isKnownAs, type KnownSpeaker } from '../../lib/details/known-speaker.ts';
import { likeliestEvent } from '../../lib/details/likeliest-event.ts';

interface DetailsTabProps {
  wrapUp: WrapUp | undefined;
  /** All of them. */
  wrapUps: readonly WrapUp[];
  inbox: boolean;
  /** Undefined if there is no page beside it. */
  pageEvents: PageEventsEdge | undefined;
  /** The speaker whose fields are shown at first. */
  openSpeakerId?: string | undefined;
  showNotice(notice: Notice | null): void;
  offerUndo(undo: Undo): void;
}

/** The popup's own time zone, because most meetups that are written up here take place in it. */
const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function DetailsTab(props: DetailsTabProps) {
  const { wrapUp, wrapUps } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { pageEvents } = props;
  const people = useKnownSpeakers(wrapUps, wrapUp?.id ?? '');
  const here = wrapUp !== undefined;
  const [left, setLeft] = useState(() => loadView().typed);
  const unwritten = useUnwritten(wrapUp);
  const said = useFirstSentences(wrapUp?.offersDismissed ? undefined : wrapUp);
  const [startsFilled, setStartsFilled] = useState(0);
  useEffect(() => {
    if (here) scroller.current?.scrollTo({ top: loadView().detailsTopPx });
    // The scroll position when the tab opened.
  }, [here]);

  if (!wrapUp) return <NoDetails inbox={props.inbox} />;
  const change = (edits: Partial<WrapUpDetails>, kind?: ChangeKind) =>
    edit('wrapUp', wrapUp.id, wrapUp, edits, kind);
  const fill = (proposals: readonly Proposal[], text = t('popup_filled')) => {
    const filled = applyProposals(wrapUp, proposals);
    const begun = loadView().typed.startsAt ?? '';
    const showStart = (typed: string) => {
      keepTyped('startsAt', typed);
      setLeft(loadView().typed);
      setStartsFilled((times) => times + 1);
    };
    const saving = change(filled, 'fill');
    if (filled.event && filled.event.startsAt !== wrapUp.event.startsAt) {
      showStart('');
    }
    props.offerUndo({
      text,
      run: async () => {
        await undoStep((await saving)?.changeId);
        // What was begun there is stored nowhere else.
        if (begun !== '') showStart(begun);
      },
    });
  };
  const changeByHand = async (edits: Partial<WrapUpDetails>) => {
    const saved = await change(edits);
    const removed = removedEntry(wrapUp, edits);
    if (removed) {
      props.offerUndo({
        text: t(removed),
        run: () => void undoStep(saved?.changeId),
      });
    }
  };
  const dismissOffers = async () => {
    const saved = await change({ offersDismissed: true });
    if (!saved) return;
    props.offerUndo({
      text: t('fill_post_dismissed'),
      run: () => void undoStep(saved.changeId),
    });
    // The focused button is gone.
    focusSoon('[data-field="title"]');
  };
  return (
    <div
      class="panel-scroller"
      ref={scroller}
      onScroll={(event) => keepViewPart({ detailsTopPx: event.currentTarget.scrollTop })}
    >
      <DetailsForm
        wrapUp={wrapUp}
        unwritten={unwritten}
        typed={left}
        createId={() => crypto.randomUUID()}
        language={locale()}
        browserZone={browserZone}
        startsFilled={startsFilled}
        openSpeakerId={props.openSpeakerId}
        onTyped={keepTyped}
        onEdit={(edits) => void changeByHand(edits)}
        people={people}
        suggested={
          pageEvents && wrapUp.speakers.length === 0
            ? expectedSpeakers(pageEvents.events, wrapUp, people)
            : []
        }
        files={
          <FilesOfWrapUp
            wrapUp={wrapUp}
            showNotice={props.showNotice}
            offerUndo={props.offerUndo}
          />
        }
      >
        {said && (
          <FillFromPost
            proposals={[
              ...proposeFill(wrapUp, said.captured, {
                people: people(),
                newId: () => crypto.randomUUID(),
              }).filter(({ field }) => field !== 'title'),
              ...proposeMaterial(wrapUp, said),
            ]}
            onFill={(chosen) => fill(chosen, t('fill_post_done'))}
            onDismiss={() => void dismissOffers()}
          />
        )}
        {pageEvents && (
          <FillFromPage
            events={pageEvents.events}
            wrapUp={wrapUp}
            context={{
              previous: wrapUpBefore(wrapUp, wrapUps),
              people: pageEvents.events.state === 'found' ? people() : [],
              browserZone,
              newId: () => crypto.randomUUID(),
            }}
            onLook={pageEvents.look}
            onFill={(chosen) => fill(chosen)}
          />
        )}
      </DetailsForm>
      <StyleOfWrapUp
        styleId={wrapUp.styleId}
        onChoice={(styleId) => {
          void change({ styleId });
          void rememberStyle(styleId);
        }}
      />
    </div>
  );
}

/** Keeps what is begun in a field and not stored yet; '' once it is. */
function keepTyped(field: string, text: string): void {
  const { [field]: _, ...others } = loadView().typed;
  keepViewPart({ typed: text ? { ...others, [field]: text } : others });
}

/** Returns the speakers of the page's event who spoke before. */
function expectedSpeakers(
  events: PageEvents,
  wrapUp: WrapUp,
  people: () => readonly KnownSpeaker[],
): KnownSpeaker[] {
  if (events.state !== 'found') return [];
  const event = events.events[likeliestEvent(events.events, wrapUp, events.pageUrl)];
  const performers = event?.performers ?? [];
  if (performers.length === 0) return [];
  return people().filter((person) => performers.some((each) => isKnownAs(person, each)));
}

function NoDetails({ inbox }: { inbox: boolean }) {
  return (
    <div class="empty">
      <h2>{t(inbox ? 'popup_inbox_no_post_title' : 'popup_no_details_title')}</h2>
      <p>{t(inbox ? 'popup_inbox_no_post_text' : 'popup_no_details_text')}</p>
    </div>
  );
}

type FilesOfWrapUpProps = { wrapUp: WrapUp } & Pick<DetailsTabProps, 'showNotice' | 'offerUndo'>;

/** The files that go to the site with the post. */
function FilesOfWrapUp({ wrapUp, ...telling }: FilesOfWrapUpProps) {
  const files = useSiteFiles(wrapUp);
  const { add, rename, remove } = createFileActions(telling);
  return (
    <FilesField
      files={files ?? []}
      onChoose={whereToChoose('details')}
      onAdd={(added) => void add(wrapUp.id, added)}
      onRename={(id, name) => void rename(wrapUp.id, id, name)}
      onRemove={(file) => void remove(wrapUp.id, file)}
    />
  );
}

/** The house style of a wrap-up, if there are several; the next wrap-up gets it, too. */
function StyleOfWrapUp(props: { styleId: string | undefined; onChoice(id: string): void }) {
  const styles = useStyles() ?? [];
  if (styles.length < 2) return null;
  const isThere = styles.some(({ id }) => id === props.styleId);
  return (
    <Choice
      label={t('styles_title_one')}
      value={(isThere && props.styleId) || profileId}
      options={styles.map(({ id, profile }) => ({ value: id, label: nameOf(profile) }))}
      fieldName="styleId"
      onChoice={props.onChoice}
    />
  );
}

/** Best effort: otherwise the next wrap-up gets the style of the previous one. */
async function rememberStyle(id: string): Promise<void> {
  try {
    await deps.settings.setNextStyleId(id);
  } catch (thrown) {
    noteProblem('style.next', thrown);
  }
}
