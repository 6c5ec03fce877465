import type TurndownService from 'turndown';
import type { Deadline } from '../deadline.ts';
import type { InlineForm } from '../escape/inline-markdown.ts';
import {
  isList,
  type OutlineList,
  type OutlineName,
  type OutlineNode,
} from '../outline/outline-node.ts';

export interface RuleOptions {
  form: InlineForm;
  bulletListMarker: '*' | '-' | '+';
  baseUrl?: string | undefined;
  isClean?: boolean | undefined;
  deadline?: Deadline | undefined;
}

/** A Turndown rule for an outline's nodes, which are all that it gets. */
export interface Rule<Name extends OutlineName> {
  filter: Name;
  replacement(
    content: string,
    node: Extract<OutlineNode, { nodeName: Name }>,
    options: RuleOptions,
  ): string;
}

/** A rule for any kind of node. */
export type AnyRule = { [Name in OutlineName]: Rule<Name> }[OutlineName];

/** Rules know more about a node than Turndown's typings. */
export function forTurndown(rule: AnyRule): TurndownService.Rule {
  const replacement = rule.replacement as unknown as TurndownService.ReplacementFunction;
  return {
    filter: rule.filter.toLowerCase() as TurndownService.TagName,
    replacement: ((content, node, options: RuleOptions) => {
      options.deadline?.check();
      return replacement(content, node, options);
    }) as TurndownService.ReplacementFunction,
  };
}

/** Separates a block from its neighbours: by a blank line, or none in a tight list's item. */
export function setApart(block: string, node: OutlineNode): string {
  const parent = node.parentNode;
  const list = parent?.nodeName === 'LI' ? parent.parentNode : null;
  const gap = isList(list) && isTight(list) ? '\n' : '\n\n';
  return gap + block + gap;
}

/** Removes the line ends that Turndown has added around a block. */
export function trimmed(content: string): string {
  let start = 0;
  let end = content.length;
  while (start < end && content[start] === '\n') start++;
  while (end > start && content[end - 1] === '\n') end--;
  return content.slice(start, end);
}

/** Indents every line except the first, and no empty ones. */
export function indentRest(text: string, columns: number): string {
  return text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(columns)}`);
}

export function isTight(list: OutlineList): boolean {
  list.isTight ??= list.childNodes.every((item) =>
    item.childNodes.every(
      (block) => !(block.nodeName === 'P' && block.isElement) && canAdjoin(block.previous, block),
    ),
  );
  return list.isTight;
}

const endsInParagraph = new Set<OutlineName>(['P', 'BLOCKQUOTE', 'UL', 'OL', 'DD']);

/** True if `block` stays a separate block, and `before` too, without a blank line between them. */
function canAdjoin(before: OutlineNode | null, block: OutlineNode): boolean {
  if (before === null) return true;
  if (before.nodeName === 'TABLE' || before.nodeName === 'DD') return false;
  const afterParagraph = endsInParagraph.has(before.nodeName);
  switch (block.nodeName) {
    case 'P':
      return !afterParagraph;
    case 'UL':
    case 'OL':
      // An empty item, or one not numbered 1, can't end a paragraph.
      if (!afterParagraph) return true;
      return (
        block.childNodes[0]?.childNodes.length !== 0 &&
        (block.nodeName === 'UL' || block.firstNumber === 1)
      );
    case 'BLOCKQUOTE':
      return before.nodeName !== 'BLOCKQUOTE';
    case 'TABLE':
    case 'DD':
      return !afterParagraph;
    default:
      return true;
  }
}
