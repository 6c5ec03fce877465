import { Rendered } from './rendered.ts';
import {
  attribute,
  closest,
  elementId,
  firstElementChild,
  labelledControl,
  localName,
  nextElement,
  parentElement,
  type QueryRoot,
  queryAll,
  rootOf,
} from './safe-dom.ts';

/** More tabs than are ever side by side. */
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

/** Children of a box of tabs: a button, a label and a panel for each. */
const maxChildren = 3 * maxTabs;

/**
 * True if the element is the label of a tab that works without a script: there are as many panels
 * as hidden radio buttons, and one panel shows. Without panels the labels are answers to choose
 * from.
 */
function isLabelOfHidden(label: Element): boolean {
  const radio = labelledControl(label as HTMLLabelElement);
  const group = radio && parentElement(radio);
  if (!group || !isRadio(radio, attribute(radio, 'name'))) return false;
  const inGroup = childElements(group);
  const name = attribute(radio, 'name');
  const radios = inGroup.filter((each) => isRadio(each, name));
  if (radios.length < 2 || !new Rendered(radio).isHidden) return false;
  const beside = inGroup.filter((each) => !/^(?:input|label)$/.test(localName(each)));
  const last = beside.at(-1);
  // In VitePress, the panels are in the next box.
  const next = beside.length === 0 ? nextElement(group) : null;
  const boxes = [beside, last ? childElements(last) : [], next ? childElements(next) : []];
  return boxes.some((panels) => {
    if (panels.length !== radios.length) return false;
    return panels.filter((panel) => !new Rendered(panel).isHidden).length === 1;
  });
}

const isRadio = (element: Element, name: string): boolean =>
  localName(element) === 'input' &&
  attribute(element, 'type') === 'radio' &&
  attribute(element, 'name') === name;

/** None if there are more than a box of tabs has. */
function childElements(parent: Element): Element[] {
  const children: Element[] = [];
  for (let at = firstElementChild(parent); at; at = nextElement(at)) {
    if (children.push(at) > maxChildren) return [];
  }
  return children;
}

/**
 * True if the element is the label of a tab, and not all panels of its tabs are shown; the labels
 * are then controls, and say nothing about the selection.
 */
export function isTabOfHidden(element: Element): boolean {
  if (localName(element) === 'label') return isLabelOfHidden(element);
  if (attribute(element, 'role') !== 'tab') return false;
  const group = closest(element, '[role="tablist"], ul, nav') ?? parentElement(element);
  if (!group) return false;
  const tabs = queryAll(group, '[role="tab"]').slice(0, maxTabs);
  const root = rootOf(element) as QueryRoot;
  return tabs.some((tab) => {
    const panels = panelsOf(tab, root);
    // Some pages remove a panel while it is not shown.
    return panels.length > 0 ? !isShown(panels) : attribute(tab, 'aria-selected') === 'false';
  });
}
