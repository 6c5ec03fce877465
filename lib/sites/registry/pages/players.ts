import {
  noFacts,
  type PlayerFacts,
  type PlayerReader,
} from '../../../page/media/players/player.ts';
import { youtube } from '../../youtube/player.ts';

/** Every player whose ways are known; at most one finds itself around an element. */
export const players: readonly PlayerReader[] = [youtube];

/** What the player around a media element says. */
export function readPlayer(media: HTMLMediaElement): PlayerFacts {
  for (const reader of players) {
    const player = reader.find(media);
    if (player) return reader.read(player);
  }
  return noFacts;
}
