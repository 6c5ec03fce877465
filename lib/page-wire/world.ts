import type { PictureOutcome } from '../core/capture/confirmation-state.ts';
import type { SiteAdapter } from '../page/adapters/adapter.ts';
import type { Answered, Question, ScriptName } from './scripts.ts';

/** A script that ran in this frame, and answers again without being injected again. */
export interface ReadyScript<Name extends ScriptName = ScriptName> {
  /**
   * The page's address at that time, because at another address it needs other adapters. Undefined:
   * any address will do.
   */
  address: string | undefined;
  /** @param question undefined: only prepare */
  answer(question: Question<Name> | undefined): Answered<Name>;
}

/** What our scripts share in our isolated world of a frame. The page can't see it. */
export interface PageWorld {
  /** The question to each script, stored just before it runs. */
  asked: { [Name in ScriptName]?: Question<Name> };
  /** The scripts that have run here. */
  ready: { [Name in ScriptName]?: ReadyScript<Name> };
  /** Left by an `adapter-*.js` for the capture script that runs right after it. */
  adapters?: readonly SiteAdapter[] | undefined;
  /** The recording found last in this frame; `text` is what its captions showed then. */
  medium?: { media: HTMLMediaElement; text?: string } | undefined;
  /** The confirmation that shows now; the next one replaces it. */
  confirmation?:
    | {
        close(): void;
        /** Shows the result of loading a picture, if this is that clip's confirmation. */
        tellPicture(clipId: string, outcome: PictureOutcome): void;
        /** Focuses its field; false if that is not what the shortcut means. */
        takeFocus(): boolean;
        /** Hides it briefly, while a picture of what is below is taken. */
        setHidden(hidden: boolean): void;
      }
    | undefined;
  /** The drawing of a region that is in progress. */
  drawing?: { end(): void } | undefined;
}

declare global {
  var wrapup: PageWorld | undefined;
}

/**
 * Returns the shared object, for our scripts in a page. Injected functions access
 * `globalThis.wrapup` directly. It must be an own property, because a page that names an element
 * `wrapup` gives the window such a property, too.
 */
export function world(): PageWorld {
  const known = Object.hasOwn(globalThis, 'wrapup') ? globalThis.wrapup : undefined;
  if (known) return known;
  const made: PageWorld = { asked: {}, ready: {} };
  globalThis.wrapup = made;
  return made;
}

/** How a script handles the question that was left for it, or that it gets later. */
type Answering<Name extends ScriptName> = (
  question: Question<Name> | undefined,
  adapters: readonly SiteAdapter[] | undefined,
) => Answered<Name>;

/**
 * Answers the question that was left for a script, or undefined if nobody asked, and from then on
 * further questions in this frame at this address, with the same adapters.
 */
export function answerAt<Name extends ScriptName>(
  name: Name,
  answer: Answering<Name>,
): Answered<Name> {
  const adapters = takeAdapters();
  return stayReady(name, location.href, (question) => answer(question, adapters));
}

/**
 * Does the same for a script that needs no adapters, so it is ready wherever its page navigates.
 */
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

/**
 * The question can be taken only once, so that a call that only prepares the script does not get
 * the answer to another's question.
 */
function takeAsked<Name extends ScriptName>(
  asked: PageWorld['asked'],
  name: Name,
): Question<Name> | undefined {
  const question = asked[name];
  delete asked[name];
  return question;
}

/**
 * Returns the adapters of this page's site. They can be taken only once, because a page may move to
 * another site's address without loading.
 */
function takeAdapters(): readonly SiteAdapter[] | undefined {
  const { adapters } = world();
  world().adapters = undefined;
  return adapters;
}
