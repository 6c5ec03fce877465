import { t } from '../../lib/client/i18n.ts';
import type { TalkOfEvening } from '../../lib/core/post/talks.ts';

/** Returns the name of a talk in a choice among several: its title, its speakers, or its number. */
export function talkName({ title, speakers }: TalkOfEvening, at: number): string {
  const names = speakers.map(({ name }) => name).filter((name) => name.trim() !== '');
  return title.trim() || names.join(', ') || t('popup_talk_number', at + 1);
}
