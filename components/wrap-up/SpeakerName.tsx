import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t, tCount } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Speaker } from '../../lib/core/post/wrap-up.ts';
import { type KnownSpeaker, matchSpeakers } from '../../lib/details/known-speaker.ts';
import { Field } from '../ui/Field.tsx';
import { useHeldText } from '../ui/held-text.ts';

interface SpeakerNameProps {
  speaker: Speaker;
  people(): readonly KnownSpeaker[];
  fieldName: string;
  onName(name: string): void;
  onPick(person: KnownSpeaker): void;
}

const maxOffered = 6;

/**
 * A speaker's name, with a list of people from earlier wrap-ups that it may mean: an editable
 * combobox with a list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). A person is chosen
 * only by hand.
 */
export function SpeakerName({ speaker, people, fieldName, onName, onPick }: SpeakerNameProps) {
  const listId = useId();
  const held = useHeldText(speaker.name, onName);
  const [offered, setOffered] = useState<readonly KnownSpeaker[]>([]);
  const [at, setAt] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const open = offered.length > 0;
  const offer = (query: string) => {
    setAt(-1);
    setOffered(matchSpeakers(people(), query).slice(0, maxOffered));
  };
  const close = () => setOffered([]);
  const pick = (person: KnownSpeaker) => {
    held.show(person.speaker.name);
    onPick(person);
    close();
  };
  useEffect(() => {
    // The list may extend beyond the visible part of the form.
    if (open) list.current?.scrollIntoView?.({ block: 'nearest' });
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    const person = offered[at];
    const last = offered.length - 1;
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && !open) offer(held.text);
    else if (event.key === 'ArrowDown') setAt(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp' && open) setAt(at <= 0 ? last : at - 1);
    else if (event.key === 'Enter' && person) pick(person);
    else if (event.key === 'Escape' && open) {
      // Otherwise the browser closes the popup.
      event.stopPropagation();
      close();
    } else return;
    event.preventDefault();
  };
  return (
    <Field label={t('popup_speaker_name')} class="speaker-name">
      {({ id }) => (
        <>
          <input
            id={id}
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={listId}
            aria-activedescendant={offered[at] ? `${listId}-${at}` : undefined}
            autocomplete="off"
            dir="auto"
            data-field={fieldName}
            maxLength={limits.label}
            value={held.text}
            onFocus={held.onFocus}
            onBlur={() => {
              held.onBlur();
              close();
            }}
            onInput={(event) => {
              const { value } = event.currentTarget;
              held.onInput(event);
              if (value.trim() === '') close();
              else offer(value);
            }}
            onKeyDown={onKeyDown}
          />
          <div
            ref={list}
            id={listId}
            class="known floating"
            role="listbox"
            aria-label={t('popup_speaker_known')}
            hidden={!open}
          >
            {offered.map((person, index) => (
              <KnownOption
                key={person.speaker.id}
                id={`${listId}-${index}`}
                person={person}
                active={index === at}
                onPick={() => pick(person)}
              />
            ))}
          </div>
          <span class="visually-hidden" role="status">
            {open && tCount('popup_speaker_known_count', offered.length)}
          </span>
        </>
      )}
    </Field>
  );
}

interface KnownOptionProps {
  id: string;
  person: KnownSpeaker;
  active: boolean;
  onPick(): void;
}

function KnownOption({ id, person, active, onPick }: KnownOptionProps) {
  const { name, role, affiliation, url } = person.speaker;
  const host = URL.parse(url)?.host.replace(/^www\./, '') ?? '';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and takes the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      // This comes before the field would lose the focus, which would close the list.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span class="person-name" dir="auto">
        {name}
      </span>
      <span class="quiet" dir="auto">
        {[role, affiliation.name, host].filter(Boolean).join(', ') || person.wrapUpTitle}
      </span>
    </div>
  );
}
