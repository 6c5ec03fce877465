import {
  Building2,
  CalendarDays,
  CirclePlay,
  Code,
  FileText,
  type IconNode,
  Image,
  Link,
  MapPin,
  Paperclip,
  Presentation,
  Quote,
  User,
  Users,
  Video,
} from 'lucide';
import { type MessageKey, t } from '../../lib/client/i18n.ts';
import type { LinkTarget } from '../../lib/clips/link-targets.ts';
import { type Findable, foldText } from '../../lib/core/text/rank.ts';

/** How each kind of target is shown. */
export const targetKinds: Record<LinkTarget['kind'], { icon: IconNode; name: MessageKey }> = {
  link: { icon: Link, name: 'popup_kind_link' },
  quote: { icon: Quote, name: 'popup_kind_quote' },
  image: { icon: Image, name: 'popup_kind_image' },
  moment: { icon: CirclePlay, name: 'popup_kind_moment' },
  event: { icon: CalendarDays, name: 'link_kind_event' },
  venue: { icon: MapPin, name: 'link_kind_venue' },
  organiser: { icon: Users, name: 'link_kind_organiser' },
  slides: { icon: Presentation, name: 'link_kind_slides' },
  repository: { icon: Code, name: 'link_kind_repository' },
  recording: { icon: Video, name: 'link_kind_recording' },
  speaker: { icon: User, name: 'link_kind_speaker' },
  affiliation: { icon: Building2, name: 'link_kind_affiliation' },
  file: { icon: Paperclip, name: 'link_kind_file' },
  'wrap-up': { icon: FileText, name: 'link_kind_wrap_up' },
};

const bare = (url: string) => url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');

/**
 * Returns the words that identify a target, which are also the text of a link to it if no words are
 * selected.
 */
export function targetTitle({ kind, title, url }: LinkTarget): string {
  const isCalled = title !== '' || ['slides', 'repository', 'recording'].includes(kind);
  return isCalled ? title || t(targetKinds[kind].name) : bare(url);
}

/** Returns the line under it: what it belongs to, and where it leads. */
export function targetDetail({ of, url }: LinkTarget): string {
  return [of, bare(url)].filter(Boolean).join(' · ');
}

/** Returns the target in the form that is searched. */
export function findableTarget(target: LinkTarget): Findable<LinkTarget> {
  const rest = `${targetDetail(target)} ${t(targetKinds[target.kind].name)}`;
  return { value: target, name: foldText(targetTitle(target)), rest: foldText(rest) };
}
