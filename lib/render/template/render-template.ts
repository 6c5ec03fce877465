import { Context, type Emitter, Liquid, toValueSync } from 'liquidjs';
import { type Failure, failure } from '../../core/base/errors.ts';
import { limits } from '../../core/base/limits.ts';
import { fail, ok, type Result } from '../../core/base/result.ts';
import { escapeText } from '../../markdown/escape.ts';
import { filters } from '../filters/registry.ts';
import { Markdown } from '../markdown.ts';
import { verbatimMark } from '../verbatim.ts';

/** A template's text, with marks (`verbatim.ts`) for what must pass through unchanged. */
export interface RenderedTemplate {
  text: string;
  verbatim: string[];
  /**
   * Indexes in `verbatim` that are all the items, in the order in which the template output them.
   */
  itemsAt: number[];
}

/** How long a template may take, in milliseconds. */
interface TimeLimit {
  /** For its own work. */
  work: number;
  /** In all, including what else the machine did meanwhile. */
  whole: number;
}

/** Far more than a post needs; a custom template may loop forever. */
const bodyLimit: TimeLimit = { work: 500, whole: 2_000 };
/** For a template of a field, a title or a name, because a style has many of them. */
const textLimit: TimeLimit = { work: 50, whole: 500 };
/** A node takes microseconds. If one takes longer than this, the machine did something else, so it counts as this. */
const nodeMs = 5;
/** Limit for the template's data, and for clips that it outputs twice; UTF-16 code units. */
const maxLength = 4_000_000;
/**
 * Limit for the template's own text, which is wrapped and made safe afterwards, taking as long as
 * the template itself may (short lines of a list are the most expensive, 0.05 ms each). A post has
 * about a hundred such lines.
 */
const maxOwnLength = 250_000;
const maxOwnLines = 10_000;

class TooLong extends Error {}
class TooSlow extends Error {}

/** The output, counted across everything that collects it: loops, captures. */
class Budget {
  #left: number;

  constructor(length: number) {
    this.#left = length;
  }

  use(length: number): void {
    this.#left -= length;
    if (this.#left < 0) throw new TooLong();
  }
}

interface TemplateInput {
  /** What the template can use. */
  data: Record<string, unknown>;
  /** All the items, as in `data`, if the template should place them. */
  items?: Markdown;
  /** Marks the place of the items even if there are none. */
  marksNone?: boolean;
  /** It produces plain text, not Markdown, so nothing is escaped. */
  asText?: boolean;
}

/**
 * Runs a Liquid template. Nothing is loaded (`include`, `render` and `layout` find no files), and
 * only own properties of the data are visible. Every output is escaped unless it is `Markdown`.
 * @returns `template-broken` with Liquid's message, which names line and column; `template-slow`
 * and `template-large` if it was stopped
 */
export function renderTemplate(
  template: string,
  { data, items, marksNone = false, asText = false }: TemplateInput,
): Result<RenderedTemplate, Failure> {
  const verbatim: string[] = [];
  const itemsAt: number[] = [];
  // Once together, once one by one: this much may be output in addition to the template's own text.
  const clips = new Budget(maxLength + 2 * (items?.source.length ?? 0));
  const put = (value: unknown): string => {
    if (value instanceof Markdown) {
      if (!value.verbatim || asText) return value.source;
      clips.use(value.source.length);
      const isItems = value === items;
      if (value.source === '' && !(isItems && marksNone)) return '';
      if (isItems) itemsAt.push(verbatim.length);
      return verbatimMark(verbatim.push(value.marked) - 1);
    }
    if (Array.isArray(value)) return value.map(put).join('');
    if (typeof value === 'object' && value !== null) return '';
    const text = String(value ?? '');
    return asText ? text : escapeText(text);
  };
  try {
    const engine = createEngine(put);
    const source = template.replaceAll('\0', '\ufffd');
    countOutput(engine, new Budget(maxOwnLength));
    const context = new Context(data, engine.options, { sync: true }, { liquid: engine });
    context.renderLimit.check = within(asText ? textLimit : bodyLimit);
    const made = engine.renderer.renderTemplates(engine.parse(source), context);
    const text = String(toValueSync(made));
    if (text.split('\n', maxOwnLines + 1).length > maxOwnLines) throw new TooLong();
    return ok({ text, verbatim, itemsAt });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail(failure(codeOf(error, message), message));
  }
}

function createEngine(put: (value: unknown) => string): Liquid {
  const engine = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    outputEscape: put,
    parseLimit: limits.template,
    memoryLimit: maxLength,
    // It is never used, because our `date` filter replaces Liquid's, but without it the machine's
    // zone would be read.
    timezoneOffset: 0,
    locale: 'en',
  });
  for (const { name, apply } of filters) engine.registerFilter(name, apply);
  return engine;
}

/**
 * Makes a check that throws once the time is used up. Liquid's own limit goes by the clock alone, so a harmless
 * template would fail whenever the machine pauses.
 * @returns a function that takes the time in ms, to be called before each node is rendered
 */
function within({ work, whole }: TimeLimit): (now: number) => void {
  const start = performance.now();
  let last = start;
  let worked = 0;
  return (now) => {
    worked += Math.min(now - last, nodeMs);
    last = now;
    if (worked > work || now - start > whole) throw new TooSlow();
  };
}

/** Liquid itself does not count its output: a loop over a few words makes gigabytes. */
function countOutput({ renderer }: Liquid, budget: Budget): void {
  const render = renderer.renderTemplates.bind(renderer);
  renderer.renderTemplates = (templates, context, emitter = emitterWithin(budget)) =>
    render(templates, context, emitter);
}

function emitterWithin(budget: Budget): Emitter & { buffer: string } {
  return {
    buffer: '',
    write(output: unknown) {
      const text = Array.isArray(output) ? output.join('') : String(output ?? '');
      budget.use(text.length);
      this.buffer += text;
    },
  };
}

function codeOf(error: unknown, message: string) {
  const cause = (error as { originalError?: unknown } | null)?.originalError;
  if (error instanceof TooLong || cause instanceof TooLong) return 'template-large';
  if (/^memory alloc limit exceeded/.test(message)) return 'template-large';
  return error instanceof TooSlow || cause instanceof TooSlow ? 'template-slow' : 'template-broken';
}
