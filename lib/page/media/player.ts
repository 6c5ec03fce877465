import { attempt } from '../attempt.ts';

/** What a site's player says beyond the media element; '' and false: it does not say. */
export interface PlayerFacts {
  /** Address of the recording that it plays. */
  url: string;
  title: string;
  chapter: string;
  adShowing: boolean;
  live: boolean;
  /** What its captions show right now, if the player draws them itself. */
  caption: string;
}

export const noFacts: PlayerFacts = {
  url: '',
  title: '',
  chapter: '',
  adShowing: false,
  live: false,
  caption: '',
};

/** Reads one kind of player: a site's `player.ts`. */
export interface PlayerReader {
  id: string;
  /** Finds the player around a media element; undefined if it is none of this kind. */
  find(media: HTMLMediaElement): Element | undefined;
  read(player: Element): PlayerFacts;
}

/** Returns what the player around a media element says; `noFacts` if none of these is around it. */
export function readPlayer(players: readonly PlayerReader[], media: HTMLMediaElement): PlayerFacts {
  return attempt(() => {
    for (const reader of players) {
      const player = reader.find(media);
      if (player) return reader.read(player);
    }
    return noFacts;
  }, noFacts);
}
