import { pageAddress } from '../core/address/url.ts';
import { clampText, limits } from '../core/base/limits.ts';
import type { Capture, CapturedPerson } from '../core/capture/capture.ts';
import { personName } from '../core/people/person-name.ts';
import type { NamedLink } from '../core/post/wrap-up.ts';
import { oneLine } from '../core/text/title.ts';
import { adapterFor, adapterName, type SiteAdapter } from './adapters/adapter.ts';
import { attempt } from './attempt.ts';
import { fittingUrl } from './page-info.ts';
import { readPerson } from './person.ts';
import { readFrame } from './read-frame.ts';

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

/**
 * Returns one frame's answer to a request for the person whose page it is; it contains that person,
 * if the page introduces one. Never throws.
 * @param adapters those that were injected for the page's address
 */
export function capturePerson(
  doc: Document,
  frame: { top: boolean },
  adapters: readonly SiteAdapter[] = [],
): Capture {
  const { answer, described, data, site } = readFrame(doc, frame, adapters);
  const found = attempt(() => readPerson(described, answer.page, data), undefined);
  const adapter = site && adapterFor(adapters, site.url);
  const better =
    site && adapter?.person
      ? attempt(
          () => adapter.person?.({ ...site, info: answer.page }, found),
          undefined,
          undefined,
          adapterName(adapter),
        )
      : undefined;
  const chosen = better ?? found;
  const person =
    chosen && fitting({ ...chosen, url: chosen.url || pageAddress(answer.page.canonicalUrl) });
  return person ? { ...answer, person } : answer;
}
