import { type LinkedData, type LinkedNode, textIn, typesOf, valuesOf } from './json-ld.ts';
import { microdataItems } from './microdata.ts';

/** `Event` and its subtypes: https://schema.org/Event#subtypes */
const eventType = /(?:Event|Festival|Hackathon|EventSeries|CourseInstance)$/;
const eventTypes = new RegExp(`schema\\.org/\\w*${eventType.source.replace('$', '')}(?:\\s|$)`);

const isEvent = (node: LinkedNode): boolean => typesOf(node).some((type) => eventType.test(type));
const isNamed = (node: LinkedNode): boolean => textIn(node, 'name') !== '';

/**
 * Removes the talks of a conference and the series of a meetup: they are events in schema.org, but
 * nobody writes their wrap-up if the whole event is listed, too.
 */
function withoutParts(events: LinkedNode[], data: LinkedData): LinkedNode[] {
  const parts = new Set<unknown>();
  for (const node of events) {
    for (const name of ['subEvent', 'subEvents', 'superEvent']) {
      for (const value of valuesOf(node, name)) parts.add(data.resolve(value));
    }
  }
  const whole = events.filter((node) => !parts.has(node));
  return whole.length > 0 ? whole : events;
}

/** Plug-ins often describe the same event twice. */
function withoutTwins(events: LinkedNode[]): LinkedNode[] {
  const seen = new Set<string>();
  return events.filter((node) => {
    const key = JSON.stringify([textIn(node, 'name'), textIn(node, 'startDate')]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Returns the events that a page describes in JSON-LD or else in microdata, in its order. */
export function eventNodes(doc: Document, data: LinkedData): LinkedNode[] {
  const linked = data.nodes.filter(isEvent).filter(isNamed);
  if (linked.length > 0) return withoutTwins(withoutParts(linked, data));
  return withoutTwins(microdataItems(doc, eventTypes).filter(isNamed));
}

/** True if the page describes an event; cheaper than reading it. */
export function hasEvent(doc: Document, data: LinkedData): boolean {
  if (data.nodes.some((node) => isEvent(node) && isNamed(node))) return true;
  return microdataItems(doc, eventTypes).some(isNamed);
}
