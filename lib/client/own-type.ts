import * as v from 'valibot';
import { fail, ok, type Result } from '../core/base/result.ts';

/** A blog's style sheet, chosen from a file; the preview uses it. */
export interface OwnType {
  /** Name of the file. */
  name: string;
  css: string;
}

/** Why a file is no style sheet for the preview. */
export type OwnTypeProblem = 'too-large' | 'no-text' | 'no-rules';

/** More than a theme needs for its text; typed text is stored in the same place. */
export const mostBytes = 300_000;

/** The element that it styles; its rules can apply only to this and what is in it. */
export const ownTypeId = 'own-type';

export async function readOwnType(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
): Promise<Result<OwnType, OwnTypeProblem>> {
  if (file.size > mostBytes) return fail('too-large');
  const css = decoded(await file.arrayBuffer());
  if (css === undefined) return fail('no-text');
  if (harmlessSheet(css).kept === 0) return fail('no-rules');
  return ok({ name: file.name.slice(0, 100), css });
}

function decoded(bytes: ArrayBuffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    // It is a picture, or has another encoding.
    return undefined;
  }
}

/**
 * Returns the rules of a style sheet that the preview can use: those for its content, without
 * anything that would load something.
 */
export function harmlessSheet(css: string): { css: string; kept: number; left: number } {
  const sheet = new CSSStyleSheet();
  // A sheet that is created this way ignores imports.
  sheet.replaceSync(css);
  const count = { kept: 0, left: (css.match(/@import\b/gi) ?? []).length };
  return { css: rulesOf(sheet.cssRules, count), ...count };
}

interface Count {
  kept: number;
  left: number;
}

/**
 * Other kinds of rules load fonts and pictures, or are about the page; within nested rules only
 * these are examined.
 */
function rulesOf(rules: CSSRuleList, count: Count): string {
  return [...rules]
    .map((rule) => {
      if (rule instanceof CSSStyleRule) return styleRule(rule, count);
      const group =
        rule instanceof CSSMediaRule
          ? `@media ${rule.conditionText}`
          : rule instanceof CSSSupportsRule
            ? `@supports ${rule.conditionText}`
            : rule instanceof CSSLayerBlockRule
              ? `@layer ${rule.name}`
              : undefined;
      if (group !== undefined) {
        const inner = rulesOf((rule as CSSGroupingRule).cssRules, count);
        return inner === '' ? '' : `${group} {\n${inner}\n}`;
      }
      count.left++;
      return '';
    })
    .filter((text) => text !== '')
    .join('\n');
}

function styleRule({ selectorText, style, cssRules }: CSSStyleRule, count: Count): string {
  const selectors = topLevelParts(selectorText, ',').flatMap((each) => scoped(each.trim()) ?? []);
  const texts = [
    [selectors.filter((each) => each !== root), false],
    [selectors.filter((each) => each === root), true],
  ] as const;
  const printed = texts.flatMap(([some, isRoot]) => {
    const declared = some.length === 0 ? '' : declarations(style, isRoot);
    return declared === '' ? [] : [`${some.join(', ')} { ${declared} }`];
  });
  // Nested rules depend on what is around them, which may be anything.
  count.left += cssRules?.length ?? 0;
  if (printed.length > 0) count.kept++;
  else if (style.length > 0) count.left++;
  return printed.join('\n');
}

const root = `#${ownTypeId}`;

/** Names that themes use for the text of a post; here they stand for the whole preview. */
const textRoots =
  /^(?:(?:html|body|:root|main|article|\.(?:content|post|post-content|entry-content|e-content|article|prose|markdown-body|markdown))(?![\w-])\s*>?\s*)+/;

/** Returns a selector that matches only inside the preview; undefined if it could match more. */
function scoped(selector: string): string | undefined {
  // Outside any rule, `&` is the page.
  if (selector.includes('&') || selector.includes('\\')) return undefined;
  const rest = selector.replace(textRoots, '');
  if (rest === '') return root;
  // It matches something beside the preview, or a part of it that is not text.
  if (
    /^[+~]/.test(rest) ||
    (rest !== selector && /^[:.[#]/.test(rest) && !/[\s>]$/.test(headOf(selector, rest)))
  )
    return undefined;
  // The preview's links lead nowhere, so they count as no links for a style sheet.
  if (rest.includes(':visited')) return undefined;
  const inPreview = rest.replaceAll(':link', '').replace(linkElements, '$1.draft-link');
  const at = inPreview.indexOf('::');
  const [element, pseudo] =
    at < 0 ? [inPreview, ''] : [inPreview.slice(0, at), inPreview.slice(at)];
  return `${root} ${element}:not(:where(.draft-go, .draft-block, .draft-chunk))${pseudo}`;
}

const headOf = (selector: string, rest: string) => selector.slice(0, selector.length - rest.length);

const linkElements = /(^|[\s>+~,(])a(?=$|[\s.:#[>+~),])/g;

/** Returns the parts between separators that are outside brackets and strings. */
function topLevelParts(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === '\\') at++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if ('(['.includes(char)) depth++;
    else if (')]'.includes(char)) depth--;
    else if (char === separator && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** Functions that never load anything; all others are unknown. */
const harmlessFunctions: ReadonlySet<string> = new Set(
  'abs calc clamp color color-mix conic-gradient counter counters cubic-bezier fit-content hsl hsla hwb lab lch light-dark linear-gradient max min minmax oklab oklch radial-gradient repeat repeating-conic-gradient repeating-linear-gradient repeating-radial-gradient rgb rgba round rotate scale skew steps translate var'.split(
    ' ',
  ),
);
/** Properties that the preview as a whole accepts: how it looks, and not where it is. */
const ofRoot =
  /^(?:--|font|text-|line-height|letter-spacing|word-spacing|hyphens|color|background(?:-color)?$|tab-size|quotes|accent-color)/;

function declarations(style: CSSStyleDeclaration, isRoot: boolean): string {
  // This uses the text as written, because the parts of a shorthand have no values if it contains a
  // variable.
  return topLevelParts(style.cssText, ';')
    .flatMap((text) => {
      const [, name = '', value = ''] = /^\s*([\w-]+)\s*:(.*)$/s.exec(text) ?? [];
      const isTaken = name !== '' && name !== 'position' && (!isRoot || ofRoot.test(name));
      return isTaken && isHarmless(value) ? [`${name}: ${value.trim()};`] : [];
    })
    .join(' ');
}

function isHarmless(value: string): boolean {
  // An escape may hide any function.
  if (/[\\{};]|\/\*/.test(value)) return false;
  return [...value.matchAll(/([\w-]*)\(/g)].every(
    ([, name = '']) => name === '' || harmlessFunctions.has(name.toLowerCase()),
  );
}

const storageKey = 'wrapup:own-type';
const OwnTypeSchema = v.object({
  name: v.string(),
  css: v.pipe(v.string(), v.maxLength(mostBytes)),
});

/** Returns what was chosen last; undefined: the preview's default. */
export function loadOwnType(): OwnType | undefined {
  try {
    const parsed = v.safeParse(OwnTypeSchema, JSON.parse(localStorage.getItem(storageKey) ?? ''));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // There is none, or none that can be read; the user still has the original file.
    return undefined;
  }
}

/** True if it was stored. */
export function keepOwnType(type: OwnType | undefined): boolean {
  try {
    if (type) localStorage.setItem(storageKey, JSON.stringify(type));
    else localStorage.removeItem(storageKey);
    return true;
  } catch {
    // The caller reports it.
    return false;
  }
}
