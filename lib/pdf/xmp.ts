import { decodeReferences } from '../core/text/character-references.ts';

/** What an XMP packet says, as text; '' for missing facts. */
export interface XmpFacts {
  title: string;
  /** One name each. */
  creators: string[];
  /** When it was published, or else when the document was created, as written. */
  published: string;
  created: string;
}

const plain = (xml: string) =>
  decodeReferences(xml.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Returns the content of the first such element; it may also be an attribute of its `Description`.
 */
function property(xml: string, name: string): string {
  const open = new RegExp(`<${name}(?:\\s[^>]*)?>`).exec(xml);
  if (open) {
    const start = open.index + open[0].length;
    const end = xml.indexOf(`</${name}`, start);
    return end < 0 ? '' : xml.slice(start, end);
  }
  return new RegExp(`\\s${name}\\s*=\\s*"([^"<]*)"`).exec(xml)?.[1] ?? '';
}

/** Returns the entries of an `rdf:Alt`, `Bag` or `Seq`, or else the property itself. */
function entries(content: string): string[] {
  const items = content.split(/<rdf:li(?:\s[^>]*)?>/).slice(1);
  const texts = (items.length > 0 ? items : [content]).map((item) =>
    plain(item.split('</rdf:li')[0] ?? ''),
  );
  return texts.filter((text) => text !== '');
}

/** Longer packets are padding, or contain pictures. */
const maxLength = 500_000;

/**
 * Reads an XMP packet (ISO 16684-1) by its usual prefixes, without an XML parser, because it runs
 * in a worker, which has none, and because a broken packet is still partly readable.
 */
export function readXmp(packet: string): XmpFacts {
  const xml = packet.slice(0, maxLength);
  const first = (...names: string[]) =>
    names.map((name) => entries(property(xml, name))[0] ?? '').find(Boolean) ?? '';
  return {
    title: first('dc:title'),
    creators: entries(property(xml, 'dc:creator')).slice(0, 100),
    published: first('prism:publicationDate', 'prism:coverDate', 'dc:date'),
    created: first('xmp:CreateDate', 'xap:CreateDate'),
  };
}
