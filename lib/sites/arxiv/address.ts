import type { Site } from '../../core/address/site.ts';
import { pathSegments } from '../../core/address/web-url.ts';
import type { Paper, PaperArchive } from '../../core/papers/paper-archive.ts';

const kinds = new Set(['abs', 'pdf', 'html', 'format', 'src', 'e-print', 'ps']);
/** Since April 2007: https://info.arxiv.org/help/arxiv_identifier.html */
const newId = /^(\d\d)(\d\d)\.\d{4,5}$/;
const oldId = /^[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?\/(\d\d)(\d\d)\d{3}$/;

function published(id: string): string | undefined {
  const match = newId.exec(id) ?? oldId.exec(id);
  if (!match) return undefined;
  const [, year = '', month = ''] = match;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const century = !newId.test(id) && Number(year) >= 91 ? '19' : '20';
  return `${century}${year}-${month}`;
}

/**
 * Returns the paper with this identifier (`2501.01234v2`, `hep-th/9901001`); the version is
 * dropped.
 */
export function arxivPaper(identifier: string): Paper | undefined {
  const id = identifier.replace(/\.pdf$/i, '').replace(/v\d{1,3}$/, '');
  const month = published(id);
  if (month === undefined) return undefined;
  return {
    id: `arxiv:${id}`,
    abstractUrl: `https://arxiv.org/abs/${id}`,
    pdfUrl: `https://arxiv.org/pdf/${id}`,
    published: month,
  };
}

export const paper: PaperArchive = {
  id: 'arxiv',
  hosts: ['arxiv.org', 'export.arxiv.org', 'ar5iv.org', 'ar5iv.labs.arxiv.org'],
  parse(url) {
    const [kind = '', ...rest] = pathSegments(url);
    return kinds.has(kind) && rest.length <= 2 ? arxivPaper(rest.join('/')) : undefined;
  },
};

export const site: Site = { id: 'arxiv', script: 'adapter-papers', hosts: paper.hosts };
