import * as v from 'valibot';
import { fail, ok, type Result } from '../core/base/result.ts';

/** A blog's style sheet, as it was chosen from a file: the preview is set in it. */
export interface OwnType {
  /** Of the file. */
  name: string;
  css: string;
}

/** Why a file is no style sheet for the preview. */
export type OwnTypeProblem = 'too-large' | 'no-text' | 'no-rules';

/** More than a theme needs for its text; what is typed is kept in the same place. */
export const mostBytes = 300_000;

/** The element that is set in it, and everything that a rule of it can be about. */
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
    // A picture, or another encoding.
    return undefined;
  }
}

/** What of a style sheet the preview takes: rules for what is in it, in which nothing loads anything. */
export function harmlessSheet(css: string): { css: string; kept: number; left: number } {
  const sheet = new CSSStyleSheet();
  // Imports are left out of a sheet that is made so.
  sheet.replaceSync(css);
  const count = { kept: 0, left: (css.match(/@import\b/gi) ?? []).length };
  return { css: rulesOf(sheet.cssRules, count), ...count };
}

interface Count {
  kept: number;
  left: number;
}

/** Rules of other kinds load fonts and pictures, or are about the page; of those in others only these are looked at. */
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
  // Rules within a rule are about what is around them, which may be anything.
  count.left += cssRules?.length ?? 0;
  if (printed.length > 0) count.kept++;
  else if (style.length > 0) count.left++;
  return printed.join('\n');
}

const root = `#${ownTypeId}`;

/** Names under which themes have the text of a post: here, the whole preview. */
const textRoots =
  /^(?:(?:html|body|:root|main|article|\.(?:content|post|post-content|entry-content|e-content|article|prose|markdown-body|markdown))(?![\w-])\s*>?\s*)+/;

/** A selector that finds only what is in the preview; undefined if it could find more. */
function scoped(selector: string): string | undefined {
  // `&` is the page outside of any rule.
  if (selector.includes('&') || selector.includes('\\')) return undefined;
  const rest = selector.replace(textRoots, '');
  if (rest === '') return root;
  // What is beside it, or a part of it that is not text.
  if (
    /^[+~]/.test(rest) ||
    (rest !== selector && /^[:.[#]/.test(rest) && !/[\s>]$/.test(headOf(selector, rest)))
  )
    return undefined;
  // The preview's links lead nowhere, and are no links to a style sheet.
  if (rest.includes(':visited')) return undefined;
  const inPreview = rest.replaceAll(':link', '').replace(linkElements, '$1.draft-link');
  const at = inPreview.indexOf('::');
  const [element, pseudo] =
    at < 0 ? [inPreview, ''] : [inPreview.slice(0, at), inPreview.slice(at)];
  return `${root} ${element}:not(:where(.draft-go, .draft-block, .draft-chunk))${pseudo}`;
}

const headOf = (selector: string, rest: string) => selector.slice(0, selector.length - rest.length);

const linkElements = /(^|[\s>+~,(])a(?=$|[\s.:#[>+~),])/g;

/** The parts between separators that are in no brackets and no strings. */
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

/** Functions of which none loads anything; of all others nobody knows. */
const harmlessFunctions: ReadonlySet<string> = new Set(
  'abs calc clamp color color-mix conic-gradient counter counters cubic-bezier fit-content hsl hsla hwb lab lch light-dark linear-gradient max min minmax oklab oklch radial-gradient repeat repeating-conic-gradient repeating-linear-gradient repeating-radial-gradient rgb rgba round rotate scale skew steps translate var'.split(
    ' ',
  ),
);
/** What the preview as a whole takes: how it is set, and not where it stands. */
const ofRoot =
  /^(?:--|font|text-|line-height|letter-spacing|word-spacing|hyphens|color|background(?:-color)?$|tab-size|quotes|accent-color)/;

function declarations(style: CSSStyleDeclaration, isRoot: boolean): string {
  // As it is written: the parts of a shorthand have no values where it has a variable in it.
  return topLevelParts(style.cssText, ';')
    .flatMap((text) => {
      const [, name = '', value = ''] = /^\s*([\w-]+)\s*:(.*)$/s.exec(text) ?? [];
      const isTaken = name !== '' && name !== 'position' && (!isRoot || ofRoot.test(name));
      return isTaken && isHarmless(value) ? [`${name}: ${value.trim()};`] : [];
    })
    .join(' ');
}

function isHarmless(value: string): boolean {
  // An escape may write any function.
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

/** What was chosen last; undefined: the preview is set as ever. */
export function loadOwnType(): OwnType | undefined {
  try {
    const parsed = v.safeParse(OwnTypeSchema, JSON.parse(localStorage.getItem(storageKey) ?? ''));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // None, or none that can be read: the file is still where it is from.
    return undefined;
  }
}

/** True if it was kept. */
export function keepOwnType(type: OwnType | undefined): boolean {
  try {
    if (type) localStorage.setItem(storageKey, JSON.stringify(type));
    else localStorage.removeItem(storageKey);
    return true;
  } catch {
    // Whoever asked says so.
    return false;
  }
}
