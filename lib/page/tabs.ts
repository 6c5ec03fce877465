import { Rendered } from './rendered.ts';
import {
  attribute,
  closest,
  elementId,
  parentElement,
  type QueryRoot,
  queryAll,
  rootOf,
} from './safe-dom.ts';

/** More tabs than ever stand side by side. */
const maxTabs = 40;

function panelsOf(tab: Element, root: QueryRoot): Element[] {
  const named = [attribute(tab, 'aria-controls'), attribute(tab, 'href').replace(/^[^#]*#?/, '')];
  const ids = named.flatMap((list) => list.split(/\s+/)).filter((id) => id !== '');
  return ids.length === 0
    ? []
    : queryAll(root, '[id]').filter((each) => ids.includes(elementId(each)));
}

const isShown = (panels: readonly Element[]): boolean =>
  panels.length > 0 && !panels.some((panel) => new Rendered(panel).isHidden);

/**
 * True if the element is the label of a tab, and not all panels of its tabs are shown: the labels are
 * controls then, and say nothing of what is selected.
 */
export function isTabOfHidden(element: Element): boolean {
  if (attribute(element, 'role') !== 'tab') return false;
  const group = closest(element, '[role="tablist"], ul, nav') ?? parentElement(element);
  if (!group) return false;
  const tabs = queryAll(group, '[role="tab"]').slice(0, maxTabs);
  const root = rootOf(element) as QueryRoot;
  return tabs.some((tab) => {
    const panels = panelsOf(tab, root);
    // Some pages take a panel away while it is not shown.
    return panels.length > 0 ? !isShown(panels) : attribute(tab, 'aria-selected') === 'false';
  });
}
