import { type LinkedData, typesOf } from './json-ld.ts';
import { readMeta } from './meta.ts';

/**
 * True if the page says that it is a person's page: schema.org `ProfilePage`, or OpenGraph's
 * `profile`.
 */
export function hasPerson(doc: Document, data: LinkedData): boolean {
  return (
    data.nodes.some((node) => typesOf(node).includes('ProfilePage')) ||
    readMeta(doc).first('og:type') === 'profile'
  );
}
