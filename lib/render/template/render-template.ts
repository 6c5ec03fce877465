import { Liquid } from 'liquidjs';
import { type Failure, failure } from '../../core/errors.ts';
import { limits } from '../../core/limits.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { escapeText } from '../escape.ts';
import { filters } from '../filters/registry.ts';
import { Markdown } from '../markdown.ts';

/**
 * Text made by a template, with placeholders (a number between NULs, which no Markdown can hold)
 * for what has to come through as it is.
 */
export interface RenderedTemplate {
  text: string;
  verbatim: string[];
}

/** Far above what a post takes; a template of the user's own may loop for ever. */
const renderLimitMs = 5_000;
const memoryLimit = 50_000_000;

/**
 * Runs a Liquid template. Nothing is loaded (`include`, `render` and `layout` find no files), and
 * only own properties of the data are seen. Every output is escaped unless it is `Markdown`.
 * @returns `template-broken` with Liquid's message, which names line and column
 */
export function renderTemplate(
  template: string,
  data: Record<string, unknown>,
): Result<RenderedTemplate, Failure> {
  const verbatim: string[] = [];
  const put = (value: unknown): string => {
    if (value instanceof Markdown) {
      if (!value.verbatim) return value.source;
      return value.source === '' ? '' : `\0${verbatim.push(value.source) - 1}\0`;
    }
    if (Array.isArray(value)) return value.map(put).join('');
    if (typeof value === 'object' && value !== null) return '';
    return escapeText(String(value ?? ''));
  };
  try {
    const engine = new Liquid({
      templates: {},
      ownPropertyOnly: true,
      strictFilters: true,
      outputEscape: put,
      parseLimit: limits.template,
      renderLimit: renderLimitMs,
      memoryLimit,
      // Never asked: our `date` filter replaces Liquid's. Set so that no machine's zone is read.
      timezoneOffset: 0,
      locale: 'en',
    });
    for (const { name, apply } of filters) engine.registerFilter(name, apply);
    const source = template.replaceAll('\0', '\ufffd');
    return ok({ text: String(engine.parseAndRenderSync(source, data)), verbatim });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail(failure('template-broken', message));
  }
}
