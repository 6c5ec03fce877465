import type { Site } from '../../../core/site.ts';

const script = 'adapter-references';

export const wikipedia: Site = {
  id: 'wikipedia',
  script,
  hosts: [
    ...['.wikipedia.org', '.wikibooks.org', '.wikidata.org', '.wikimedia.org', '.wikinews.org'],
    ...['.wikiquote.org', '.wikisource.org', '.wikiversity.org', '.wikivoyage.org'],
    ...['.wiktionary.org', '.mediawiki.org'],
  ],
};

export const webArchive: Site = {
  id: 'web-archive',
  script,
  hosts: [
    ...['web.archive.org', 'wayback.archive-it.org', 'arquivo.pt'],
    ...[
      'archive.ph',
      'archive.today',
      'archive.is',
      'archive.li',
      'archive.md',
      'archive.vn',
      'archive.fo',
    ],
  ],
};
