import { Context, type Emitter, Liquid, toValueSync } from 'liquidjs';
import { type Failure, failure } from '../../core/base/errors.ts';
import { limits } from '../../core/base/limits.ts';
import { fail, ok, type Result } from '../../core/base/result.ts';
import { escapeText } from '../../markdown/escape.ts';
import { filters } from '../filters/registry.ts';
import { Markdown } from '../markdown.ts';
import { verbatimMark } from '../verbatim.ts';

/** Text made by a template, with marks (`verbatim.ts`) for what has to come through as it is. */
export interface RenderedTemplate {
  text: string;
  verbatim: string[];
  /** Which of `verbatim` are all the items, in the order in which the template put them out. */
  itemsAt: number[];
}

/** Far above what a post takes; a template of the user's own may loop for ever. */
const renderLimitMs = 500;
/** Of one that makes a field, a title, a name: a style has many of them. */
const textLimitMs = 50;
/** Of what the template works with, and of the clips that it puts out twice; UTF-16 code units. */
const maxLength = 4_000_000;
/**
 * Of what it says itself, which is filled and made safe afterwards: that takes as long as the template may (short
 * lines of a list are the dearest, 0.05 ms each). A post has some hundred lines of its own.
 */
const maxOwnLength = 250_000;
const maxOwnLines = 10_000;

class TooLong extends Error {}

/** What is put out, counted across everything that collects output: loops, captures. */
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
  /** What can be named. */
  data: Record<string, unknown>;
  /** All the items, as `data` has them, where the template is to put them somewhere. */
  items?: Markdown;
  /** Marks the place of the items even where there are none. */
  marksNone?: boolean;
  /** It makes plain text, not Markdown: nothing is escaped. */
  asText?: boolean;
}

/**
 * Runs a Liquid template. Nothing is loaded (`include`, `render` and `layout` find no files), and
 * only own properties of the data are seen. Every output is escaped unless it is `Markdown`.
 * @returns `template-broken` with Liquid's message, which names line and column; `template-slow` and
 * `template-large` where it was ended
 */
export function renderTemplate(
  template: string,
  { data, items, marksNone = false, asText = false }: TemplateInput,
): Result<RenderedTemplate, Failure> {
  const verbatim: string[] = [];
  const itemsAt: number[] = [];
  // Once as a whole, once one by one: so much may be put out whatever the template adds.
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
    const engine = createEngine(put, asText ? textLimitMs : renderLimitMs);
    const source = template.replaceAll('\0', '\ufffd');
    countOutput(engine, new Budget(maxOwnLength));
    const context = new Context(data, engine.options, { sync: true }, { liquid: engine });
    const made = engine.renderer.renderTemplates(engine.parse(source), context);
    const text = String(toValueSync(made));
    if (text.split('\n', maxOwnLines + 1).length > maxOwnLines) throw new TooLong();
    return ok({ text, verbatim, itemsAt });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail(failure(codeOf(error, message), message));
  }
}

function createEngine(put: (value: unknown) => string, renderLimit: number): Liquid {
  const engine = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    outputEscape: put,
    parseLimit: limits.template,
    renderLimit,
    memoryLimit: maxLength,
    // Never asked: our `date` filter replaces Liquid's. Set so that no machine's zone is read.
    timezoneOffset: 0,
    locale: 'en',
  });
  for (const { name, apply } of filters) engine.registerFilter(name, apply);
  return engine;
}

/** Liquid itself does not count what is put out: a loop over a few words makes gigabytes of them. */
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
  return /^template render limit exceeded/.test(message) ? 'template-slow' : 'template-broken';
}
