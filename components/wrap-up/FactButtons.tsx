import { CalendarDays, Check, FolderGit2, type IconNode, Presentation, Video } from 'lucide';
import type { ComponentChildren } from 'preact';
import { type MessageKey, t } from '../../lib/client/i18n.ts';
import type { TalkOfEvening } from '../../lib/core/post/talks.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import {
  type FactKind,
  type FactPage,
  factKinds,
  hasFact,
  likelyFacts,
  talksFor,
} from '../../lib/details/talk-facts.ts';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { talkName } from './talk-name.ts';

export const factLooks: Record<FactKind, { icon: IconNode; name: MessageKey }> = {
  slides: { icon: Presentation, name: 'popup_talk_slides' },
  repository: { icon: FolderGit2, name: 'popup_talk_repository' },
  recording: { icon: Video, name: 'popup_recording' },
  event: { icon: CalendarDays, name: 'popup_event_group' },
};

interface FactButtonsProps {
  wrapUp: WrapUp;
  /** The open page, or a clip's target. */
  page: FactPage;
  /** The group's name: this page, or a clip. */
  label: string;
  onFact(kind: FactKind, talk: TalkOfEvening, page: FactPage): void;
  /** Shown before the others. */
  children?: ComponentChildren;
}

/**
 * Makes a page the slides, the repository, the recording or the event; the most likely one comes
 * first.
 */
export function FactButtons({ wrapUp, page, label, onFact, children }: FactButtonsProps) {
  const { url } = page;
  const likely = likelyFacts(url);
  const kinds = [...likely, ...factKinds.filter((kind) => !likely.includes(kind))];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no flex container in Firefox's popup
    <div class="facts" role="group" aria-label={label}>
      <span class="quiet" aria-hidden="true">
        {t('popup_use_as')}
      </span>
      {children}
      {kinds.map((kind) => (
        <FactButton
          key={kind}
          kind={kind}
          likely={kind === likely[0]}
          there={hasFact(wrapUp, kind, url)}
          talks={talksFor(wrapUp, kind, url)}
          onFact={(talk) => onFact(kind, talk, page)}
        />
      ))}
    </div>
  );
}

interface FactButtonProps {
  kind: FactKind;
  likely: boolean;
  /** True if the details have it already. */
  there: boolean;
  /**
   * The talks that it may belong to: a single one is used at once; of several the user chooses one.
   */
  talks: readonly TalkOfEvening[];
  onFact(talk: TalkOfEvening): void;
}

function FactButton({ kind, likely, there, talks, onFact }: FactButtonProps) {
  const { icon, name } = factLooks[kind];
  const text = t(name);
  if (there) {
    return (
      <span class="fact there" title={t('popup_fact_there', text)}>
        <Icon of={Check} label={t('popup_fact_there', text)} />
        <span aria-hidden="true">{text}</span>
      </span>
    );
  }
  return (
    <TalkButton
      icon={icon}
      text={text}
      label={t('popup_use_as_named', text)}
      likely={likely}
      talks={talks}
      onTalk={onFact}
    />
  );
}

interface TalkButtonProps {
  icon: IconNode;
  text: string;
  label: string;
  likely: boolean;
  talks: readonly TalkOfEvening[];
  onTalk(talk: TalkOfEvening): void;
}

/**
 * Applies an action to a talk: at once if there is one, else to the one that is chosen from a list.
 */
export function TalkButton({ icon, text, label, likely, talks, onTalk }: TalkButtonProps) {
  const looks = likely ? 'fact likely' : 'fact';
  const [only, ...others] = talks;
  if (only && others.length === 0) {
    return (
      <button type="button" class={looks} aria-label={label} onClick={() => onTalk(only)}>
        {likely && <Icon of={icon} />}
        {text}
      </button>
    );
  }
  return (
    <Menu
      label={label}
      icon={icon}
      text={text}
      bareText={!likely}
      class={looks}
      entries={talks.map((talk, at) => ({
        label: talkName(talk, at),
        icon,
        onPick: () => onTalk(talk),
      }))}
    />
  );
}
