import type { Failure } from '../../core/base/errors.ts';
import { ok, type Result } from '../../core/base/result.ts';
import type { Profile } from '../../core/post/profile.ts';
import type { WrapUp } from '../../core/post/wrap-up.ts';
import { renderTemplate } from './render-template.ts';
import { createTemplateData } from './template-data.ts';

const noBlocks = {
  items: [],
  block: () => ({ markdown: '', written: '', bullet: false, asTyped: false }),
  mark: () => '',
};

/**
 * Renders plain text from a short Liquid template (a title, a field, a file's name): nothing in it
 * is Markdown, so nothing is escaped. It can use the details, and `title`, `slug`, `date` and
 * `tags` directly.
 */
export function renderText(
  template: string,
  wrapUp: WrapUp,
  profile: Profile,
): Result<string, Failure> {
  if (!/[{]/.test(template)) return ok(template);
  const { title, slug, date, tags } = wrapUp;
  const data = {
    ...createTemplateData(wrapUp, noBlocks, profile),
    ...{ title, slug, date, tags },
  };
  const made = renderTemplate(template, { data, asText: true });
  return made.ok ? ok(made.value.text) : made;
}
