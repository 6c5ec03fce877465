import type { PictureOutcome } from '../core/confirmation-state.ts';
import type { SiteAdapter } from '../page/adapters/adapter.ts';
import type { Question, ScriptName } from './scripts.ts';

/** What our scripts leave for one another in our isolated world of a frame. The page does not see it. */
export interface PageWorld {
  /** What each script is asked: put there just before it runs. */
  asked: { [Name in ScriptName]?: Question<Name> };
  /** Left by an `adapter-*.js` for the capture script that runs right after it. */
  adapters?: readonly SiteAdapter[] | undefined;
  /** The recording found last in this frame; `text` is what its captions showed then. */
  medium?: { media: HTMLMediaElement; text?: string } | undefined;
  /** The confirmation that shows now; the next one replaces it. */
  confirmation?:
    | {
        close(): void;
        /** Says what became of a picture that was loading, if it is that clip's confirmation. */
        tellPicture(clipId: string, outcome: PictureOutcome): void;
        /** For a moment, while a picture is taken of what is below. */
        setHidden(hidden: boolean): void;
      }
    | undefined;
  /** The drawing of a region that goes on now. */
  drawing?: { end(): void } | undefined;
}

declare global {
  var wrapup: PageWorld | undefined;
}

/**
 * For our scripts in a page. Functions that are injected name `globalThis.wrapup` themselves. Its own:
 * a page that names an element `wrapup` gives the window such a property, too.
 */
export function world(): PageWorld {
  const known = Object.hasOwn(globalThis, 'wrapup') ? globalThis.wrapup : undefined;
  if (known) return known;
  const made: PageWorld = { asked: {} };
  globalThis.wrapup = made;
  return made;
}

/** What the script is asked; undefined where nobody asked. */
export function askedOf<Name extends ScriptName>(name: Name): Question<Name> | undefined {
  return world().asked[name];
}

/** The adapters of this page's site. Once: a page may go on to another site's address without loading. */
export function takeAdapters(): readonly SiteAdapter[] | undefined {
  const { adapters } = world();
  world().adapters = undefined;
  return adapters;
}
