import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import { setTalkSpeaker } from '../../lib/core/post/talks.ts';
import type { OpenedDetail, WrapUp, WrapUpDetails } from '../../lib/core/post/wrap-up.ts';
import { createSlug } from '../../lib/core/text/slug.ts';
import { dateToText, startToText, textToDate, textToStart } from '../../lib/core/time/date-text.ts';
import { dateInWords, writesDayFirst } from '../../lib/core/time/date-words.ts';
import type { KnownSpeaker } from '../../lib/details/known-speaker.ts';
import { OpenedNote, UnwrittenNote } from '../posts/OpenedNote.tsx';
import { CheckBox } from '../ui/CheckBox.tsx';
import { Fold } from '../ui/Fold.tsx';
import { focusSoon } from '../ui/focus-soon.ts';
import { TextField } from '../ui/TextField.tsx';
import { DateField } from './DateField.tsx';
import { ExtraFields } from './ExtraFields.tsx';
import { NamedLinkFields } from './NamedLinkFields.tsx';
import { newSpeaker } from './new-speaker.ts';
import { SpeakersField } from './SpeakersField.tsx';
import { TagField } from './TagField.tsx';
import { TalksField } from './TalksField.tsx';

interface DetailsFormProps {
  wrapUp: WrapUp;
  /** What was begun and is not stored, by field. */
  typed: Readonly<Record<string, string>>;
  createId(): string;
  /** The browser's language, in which dates are written. */
  language: string;
  /** The browser's time zone, for a start that has no zone. */
  browserZone: string;
  /** Called with what is begun and not stored yet; '' once it is stored or abandoned. */
  onTyped(field: string, text: string): void;
  onEdit(changes: Partial<WrapUpDetails>): void;
  /** Returns the speakers of other wrap-ups. */
  people(): readonly KnownSpeaker[];
  /** Those of them who are likely to speak here. */
  suggested: readonly KnownSpeaker[];
  /** How often a page filled the start; it invalidates what was half typed before. */
  startsFilled?: number;
  /** Keys of the fields of an opened post that were changed and cannot be written into its file. */
  unwritten?: readonly string[];
  /** The speaker whose fields are shown at first. */
  openSpeakerId?: string | undefined;
  /** The field of the post's files. */
  files?: ComponentChildren;
  /** Shown above the fields. */
  children?: ComponentChildren;
}

/** Everything about the post except its clips; each keystroke is saved. */
export function DetailsForm(props: DetailsFormProps) {
  const { wrapUp, onEdit, typed, onTyped } = props;
  const { event, opened } = wrapUp;
  // Details that the opened file has no place for can't be set.
  const isLocked = (detail: OpenedDetail) => opened?.locked.includes(detail) ?? false;
  const { language, browserZone } = props;
  const reader = { near: wrapUp.date.slice(0, 10), dayFirst: writesDayFirst(language) };
  // A zone that nobody typed; the form says where it comes from.
  const [zoneFilled, setZoneFilled] = useState('');
  const [openSpeaker, setOpenSpeaker] = useState<string | null>(props.openSpeakerId ?? null);
  return (
    <form
      class="form"
      onSubmit={(submit) => submit.preventDefault()}
      aria-label={t('popup_details')}
    >
      {opened && <OpenedNote opened={opened} />}
      {opened && <UnwrittenNote keys={props.unwritten ?? []} name={opened.name} />}
      {props.children}
      <TextField
        label={t('popup_title')}
        value={wrapUp.title}
        fieldName="title"
        maxLength={limits.title}
        onText={(title) => onEdit({ title, ...followingSlug(wrapUp, title) })}
      />
      {!isLocked('date') && (
        <div class="date-row">
          <DateField
            label={t('popup_date')}
            value={dateToText(wrapUp.date)}
            read={(text) => textToDate(text, wrapUp.date, event.timeZone || browserZone, reader)}
            words={postDateInWords(wrapUp, language)}
            local={wrapUp.date.slice(0, 16)}
            pickLabel={t('popup_date_pick')}
            placeholder={t('popup_date_example')}
            fieldName="date"
            typed={typed.date}
            onTyped={(text) => onTyped('date', text)}
            onRead={({ date }) => onEdit({ date })}
          />
        </div>
      )}
      {!isLocked('draft') && (
        <CheckBox
          label={t('popup_draft_flag')}
          checked={wrapUp.draft}
          onChange={(draft) => onEdit({ draft })}
        />
      )}
      {!isLocked('tags') && (
        <TagField
          tags={wrapUp.tags}
          typed={typed.tags ?? ''}
          onTyped={(text) => onTyped('tags', text)}
          onTags={(tags) => onEdit({ tags })}
        />
      )}
      <fieldset>
        <legend>{t('popup_event_group')}</legend>
        <NamedLinkFields
          label={t('popup_event')}
          addressLabel={t('popup_address')}
          link={event}
          fieldName="event"
          onLink={(link) => onEdit({ event: { ...event, ...link } })}
        />
        <div class="two">
          <DateField
            key={props.startsFilled}
            label={t('popup_starts')}
            value={startToText(event.startsAt)}
            read={(text) => textToStart(text, [event.timeZone, browserZone], reader)}
            words={dateInWords(event.startsAt, language)}
            local={event.startsAt}
            pickLabel={t('popup_starts_pick')}
            placeholder={t('popup_starts_example')}
            fieldName="event.startsAt"
            typed={typed.startsAt}
            onTyped={(text) => onTyped('startsAt', text)}
            onRead={(start) => {
              const takesZone = start.startsAt.includes('T') && event.timeZone === '';
              const zone = takesZone && !start.timeZone ? { timeZone: browserZone } : {};
              if (zone.timeZone) setZoneFilled(zone.timeZone);
              onEdit({ event: { ...event, ...start, ...zone } });
            }}
          />
          <TextField
            label={t('popup_time_zone')}
            value={event.timeZone}
            fieldName="event.timeZone"
            placeholder="Europe/Berlin"
            hint={
              zoneFilled !== '' && event.timeZone === zoneFilled
                ? t('popup_zone_from_browser')
                : undefined
            }
            maxLength={100}
            onText={(timeZone) => onEdit({ event: { ...event, timeZone } })}
          />
        </div>
        <NamedLinkFields
          label={t('popup_venue')}
          addressLabel={t('popup_venue_address')}
          link={wrapUp.venue}
          fieldName="venue"
          onLink={(venue) => onEdit({ venue })}
        />
        <Fold
          label={t('popup_event_more')}
          filled={[wrapUp.venueAddress, wrapUp.organiser.name, wrapUp.organiser.url].some(Boolean)}
        >
          <TextField
            label={t('popup_venue_street')}
            value={wrapUp.venueAddress}
            fieldName="venueAddress"
            maxLength={limits.label}
            onText={(venueAddress) => onEdit({ venueAddress })}
          />
          <NamedLinkFields
            label={t('popup_organiser')}
            addressLabel={t('popup_organiser_address')}
            link={wrapUp.organiser}
            fieldName="organiser"
            onLink={(organiser) => onEdit({ organiser })}
          />
        </Fold>
      </fieldset>
      <SpeakersField
        speakers={wrapUp.speakers}
        createId={props.createId}
        openId={openSpeaker}
        onOpen={setOpenSpeaker}
        people={props.people}
        suggested={props.suggested}
        onSpeakers={(speakers) => onEdit({ speakers })}
      />
      <TalksField
        evening={wrapUp}
        createId={props.createId}
        onEdit={onEdit}
        onAddSpeaker={(talkId) => {
          const speaker = newSpeaker(props.createId());
          const speakers = [...wrapUp.speakers, speaker];
          const evening = { ...wrapUp, speakers };
          onEdit({ speakers, ...setTalkSpeaker(evening, talkId, speaker.id, true) });
          setOpenSpeaker(speaker.id);
          focusSoon(`[data-field="speaker.${speaker.id}.name"]`);
        }}
      />
      {props.files}
      <TextField
        label={t('popup_footer')}
        value={wrapUp.footer}
        lines={2}
        fieldName="footer"
        links="text"
        hint={t('popup_footer_hint')}
        maxLength={limits.note}
        onText={(footer) => onEdit({ footer })}
      />
      <Fold
        label={t('popup_more_details')}
        filled={
          wrapUp.extraFields.length > 0 || typed.extraField !== undefined || !followsTitle(wrapUp)
        }
      >
        <TextField
          label={t('popup_slug')}
          value={wrapUp.slug}
          code
          fieldName="slug"
          maxLength={limits.slug}
          onText={(slug) => onEdit({ slug })}
        />
        {!isLocked('extraFields') && (
          <ExtraFields
            fields={wrapUp.extraFields}
            typed={typed.extraField}
            onTyped={(text) => onTyped('extraField', text)}
            onFields={(extraFields) => onEdit({ extraFields })}
          />
        )}
      </Fold>
    </form>
  );
}

/** Returns the date with its offset, and where that comes from if nobody typed a zone. */
function postDateInWords({ date, event }: WrapUp, language: string): string {
  const words = `${dateInWords(date.slice(0, 16), language)} ${date.slice(19)}`;
  return event.timeZone === '' ? t('popup_date_zone_from_browser', words) : words;
}

/** Returns the slug that follows from the title until a slug was typed. */
function followingSlug(wrapUp: WrapUp, title: string): { slug?: string } {
  return followsTitle(wrapUp) ? { slug: slugFor(title) } : {};
}

const followsTitle = ({ slug, title, opened }: WrapUp) =>
  !opened && (slug === '' || slug === slugFor(title));

function slugFor(title: string): string {
  return createSlug(title) || 'wrap-up';
}
