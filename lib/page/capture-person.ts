import type { Capture, CapturedPerson } from '../core/capture.ts';
import { clampText, limits } from '../core/limits.ts';
import { personName } from '../core/person-name.ts';
import { oneLine } from '../core/title.ts';
import { pageAddress } from '../core/url.ts';
import type { NamedLink } from '../core/wrap-up.ts';
import { adapterFor, type SiteAdapter } from './adapters/adapter.ts';
import { attempt } from './attempt.ts';
import { type LinkedData, readLinkedData } from './json-ld.ts';
import { fittingUrl } from './page-info.ts';
import { readPerson } from './person.ts';
import { documentUrl } from './safe-dom.ts';

const noData: LinkedData = { nodes: [], resolve: () => undefined };
const line = (text: string): string => clampText(oneLine(text), limits.label);

function link({ name, url }: NamedLink): NamedLink {
  const parsed = URL.parse(url);
  const isWeb = parsed?.protocol === 'https:' || parsed?.protocol === 'http:';
  return { name: line(name), url: isWeb ? fittingUrl(url) : '' };
}

function fitting(person: CapturedPerson): CapturedPerson | undefined {
  const { name, url } = link({ ...person, name: personName(person.name) });
  if (name === '') return undefined;
  return { name, url, role: line(person.role), affiliation: link(person.affiliation) };
}

/** The answer of a frame with the person whose page it is, if it introduces one. Never throws. */
export function addPerson(
  doc: Document,
  answer: Capture,
  adapters: readonly SiteAdapter[],
): Capture {
  const data = attempt(() => readLinkedData(doc), noData);
  const found = attempt(() => readPerson(doc, answer.page, data), undefined);
  const url = URL.parse(documentUrl(doc));
  const adapter = url ? adapterFor(adapters, url) : undefined;
  const better =
    url && adapter?.person
      ? attempt(() => adapter.person?.({ doc, url, info: answer.page, data }, found), undefined)
      : undefined;
  const chosen = better ?? found;
  const person =
    chosen && fitting({ ...chosen, url: chosen.url || pageAddress(answer.page.canonicalUrl) });
  return person ? { ...answer, person } : answer;
}
