import type { Site } from '../../../core/address/site.ts';
import type { CapturedPerson } from '../../../core/capture/capture.ts';
import { personName } from '../../../core/people/person-name.ts';
import { parseProfileAddress } from '../../../sites/profile-address.ts';
import type { SiteAdapter } from '../adapter.ts';
import { linkAt, textAt } from '../page-text.ts';
import { parseHeadline, parseTitle } from './headline.ts';

/** Where a network shows what, the best selectors first. */
interface ProfileForm {
  siteName: string;
  names: string[];
  headlines: string[];
  /** Used if no selector finds the headline. */
  headline?: (doc: Document, name: string) => string;
  roles?: string[];
  organisations?: string[];
  /** The document's title is `Name - Role - Organisation`. */
  titled?: boolean;
}

/** Makes an adapter for pages that introduce one person. */
export function profileAdapter(site: Site, form: ProfileForm): SiteAdapter {
  const { siteName, names, headlines, roles = [], organisations = [], titled = false } = form;
  const nameIn = (doc: Document) => personName(textAt(doc, ...names));
  return {
    site,
    version: 1,
    read({ doc, url }) {
      const profile = parseProfileAddress(url.href);
      if (!profile) return { siteName };
      return { siteName, canonicalUrl: profile.canonicalUrl, cleanTitle: nameIn(doc) };
    },
    person({ doc, url, info }, found): CapturedPerson | undefined {
      const profile = parseProfileAddress(url.href);
      if (!profile) return found;
      const title = titled ? parseTitle(info.title) : { name: '', role: '', organisation: '' };
      const name = nameIn(doc) || found?.name || title.name;
      const headline = parseHeadline(
        textAt(doc, ...headlines) || (form.headline?.(doc, textAt(doc, ...names)) ?? ''),
      );
      const organisation =
        textAt(doc, ...organisations) ||
        found?.affiliation.name ||
        headline.affiliation.name ||
        title.organisation;
      const own = organisation === found?.affiliation.name ? found.affiliation.url : '';
      return {
        name,
        url: profile.canonicalUrl,
        role: textAt(doc, ...roles) || found?.role || headline.role || title.role,
        affiliation: {
          name: organisation,
          url:
            own || linkAt(doc, ...organisations.map((selector) => `a${selector}, ${selector} a`)),
        },
      };
    },
  };
}
