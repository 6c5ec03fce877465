/**
 * Something that went wrong and that the user was told of not at all, or only in one sentence. It
 * contains nothing of a page, neither text nor address: an error's own message may quote both, so
 * it is left out.
 */
export interface Problem {
  /** What was being done, as `noun.verb`, or whose code failed: `adapter github`. */
  what: string;
  /** Our code for it (`storage-full`), or else the error's name (`TypeError`). */
  code: string;
  /** The position in our code: `capture-page.js:1:2345`; '' if the error does not say. */
  place: string;
}

/** The sizes that `ProblemSchema` allows. */
export const problemLimits = { what: 60, code: 40, place: 80, perAnswer: 10 } as const;

type Listener = (problem: Problem, host: string) => void;
let listener: Listener | undefined;

/**
 * Passes every problem recorded in this script to `listen` from now on; there can be only one
 * listener.
 */
export function hearProblems(listen: Listener | undefined): void {
  listener = listen;
}

/**
 * Records a problem for "Copy diagnostics". Never throws.
 * @param thrown whatever was thrown, or a `Failure`
 * @param host of the page where it happened, if any
 */
export function noteProblem(what: string, thrown: unknown, host = ''): void {
  passProblem({ what: plain(what, problemLimits.what), ...describe(thrown) }, host);
}

/** Passes on a problem that another script recorded. */
export function passProblem(problem: Problem, host: string): void {
  listener?.(problem, host);
}

/**
 * Returns what `read` gives, with the problems recorded while it ran, because a script in a page
 * has no other way to report them.
 */
export function withProblems<T extends object>(read: () => T): T & { problems?: Problem[] } {
  const problems: Problem[] = [];
  hearProblems((problem) => {
    if (problems.length < problemLimits.perAnswer) problems.push(problem);
  });
  try {
    const answer = read();
    return problems.length > 0 ? { ...answer, problems } : answer;
  } finally {
    hearProblems(undefined);
  }
}

function describe(thrown: unknown): Pick<Problem, 'code' | 'place'> {
  const { code, name, stack } = (thrown ?? {}) as Record<string, unknown>;
  const said = [code, name].find((each) => typeof each === 'string' && each !== '');
  return {
    code: plain(typeof said === 'string' ? said : typeof thrown, problemLimits.code) || 'unknown',
    place: typeof stack === 'string' ? placeIn(stack) : '',
  };
}

/**
 * Returns the first position in our own files that a stack names, without the extension's own
 * address.
 */
function placeIn(stack: string): string {
  const [, place = ''] = /-extension:\/\/[^/]+\/([\w./-]+:\d+:\d+)/.exec(stack) ?? [];
  return place.length <= problemLimits.place ? place : '';
}

const plain = (text: string, length: number) => text.replace(/[^\w ./:-]+/g, '-').slice(0, length);
