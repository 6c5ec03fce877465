import { pathSegments } from '../../core/address/web-url.ts';
import type { Paper, PaperArchive } from '../../core/papers/paper-archive.ts';

/** https://aclanthology.org/info/ids/: `2023.acl-long.1`, and before 2020 `P19-1001`. */
const newId = /^(\d{4})\.[a-z\d]+-[a-z\d_]+\.\d+$/;
const oldId = /^[A-Z](\d\d)-\d{4}$/;

/** Returns the paper with this id in the ACL Anthology; undefined if it is no such id. */
export function aclPaper(identifier: string): Paper | undefined {
  const id = identifier.replace(/(?:v\d)?\.(?:pdf|bib)$/i, '');
  const year = newId.exec(id)?.[1];
  const shortYear = oldId.exec(id.toUpperCase())?.[1];
  if (year === undefined && shortYear === undefined) return undefined;
  const name = year === undefined ? id.toUpperCase() : id;
  return {
    id: `acl:${name}`,
    abstractUrl: `https://aclanthology.org/${name}/`,
    pdfUrl: `https://aclanthology.org/${name}.pdf`,
    published: year ?? `${Number(shortYear) >= 60 ? '19' : '20'}${shortYear}`,
  };
}

export const paper: PaperArchive = {
  id: 'acl-anthology',
  hosts: ['aclanthology.org', 'aclweb.org', 'anthology.aclweb.org'],
  parse(url) {
    const parts = pathSegments(url);
    const rest = parts[0] === 'anthology' ? parts.slice(1) : parts;
    return rest.length === 1 ? aclPaper(rest[0] ?? '') : undefined;
  },
};
