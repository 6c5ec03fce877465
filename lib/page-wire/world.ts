import type { PictureOutcome } from '../core/capture/confirmation-state.ts';
import type { SiteAdapter } from '../page/adapters/adapter.ts';
import type { Answered, Question, ScriptName } from './scripts.ts';

/** A script that ran in this frame, and answers again without being injected again. */
export interface ReadyScript<Name extends ScriptName = ScriptName> {
  /** Where the page was then: at another address it needs other adapters. Undefined: any will do. */
  address: string | undefined;
  /** @param question undefined: only to make itself ready */
  answer(question: Question<Name> | undefined): Answered<Name>;
}

/** What our scripts leave for one another in our isolated world of a frame. The page does not see it. */
export interface PageWorld {
  /** What each script is asked: put there just before it runs. */
  asked: { [Name in ScriptName]?: Question<Name> };
  /** Those that have run here. */
  ready: { [Name in ScriptName]?: ReadyScript<Name> };
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
        /** Puts the keyboard into its field; false if that is not what the shortcut means. */
        takeFocus(): boolean;
        /** Briefly, while a picture of what lies below is taken. */
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
  const made: PageWorld = { asked: {}, ready: {} };
  globalThis.wrapup = made;
  return made;
}

/** What a script does with the question it was left, or that is put to it later. */
type Answering<Name extends ScriptName> = (
  question: Question<Name> | undefined,
  adapters: readonly SiteAdapter[] | undefined,
) => Answered<Name>;

/**
 * Answers the question that was left for a script, undefined if nobody asked, and from then on what
 * it is asked in this frame at this address, with the same adapters.
 */
export function answerAt<Name extends ScriptName>(
  name: Name,
  answer: Answering<Name>,
): Answered<Name> {
  const adapters = takeAdapters();
  return stayReady(name, location.href, (question) => answer(question, adapters));
}

/** The same for a script that needs no adapters: it is ready wherever its page goes. */
export function answerAnywhere<Name extends ScriptName>(
  name: Name,
  answer: (question: Question<Name> | undefined) => Answered<Name>,
): Answered<Name> {
  return stayReady(name, undefined, answer);
}

function stayReady<Name extends ScriptName>(
  name: Name,
  address: string | undefined,
  answer: (question: Question<Name> | undefined) => Answered<Name>,
): Answered<Name> {
  const { asked, ready } = world();
  const ours: PageWorld['ready'] = { [name]: { address, answer } };
  Object.assign(ready, ours);
  return answer(takeAsked(asked, name));
}

/** Once: whoever only makes the script ready must not be answered what another asked. */
function takeAsked<Name extends ScriptName>(
  asked: PageWorld['asked'],
  name: Name,
): Question<Name> | undefined {
  const question = asked[name];
  delete asked[name];
  return question;
}

/** The adapters of this page's site. Once: a page may go on to another site's address without loading. */
function takeAdapters(): readonly SiteAdapter[] | undefined {
  const { adapters } = world();
  world().adapters = undefined;
  return adapters;
}
