import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePaperAddress } from '../../../lib/sites/paper-address.ts';
import { paperArchives } from '../../../lib/sites/registry/addresses/papers.ts';
import { anyText } from '../../support/any-text.ts';

describe('a paper is known by any of its addresses', () => {
  test.each([
    [
      'arxiv:2501.01234',
      'https://arxiv.org/abs/2501.01234',
      'https://arxiv.org/pdf/2501.01234',
      '2025-01',
      [
        'https://arxiv.org/abs/2501.01234v3',
        'https://arxiv.org/pdf/2501.01234v2.pdf#page=4',
        'http://export.arxiv.org/abs/2501.01234?context=cs',
        'https://arxiv.org/html/2501.01234v1',
        'https://ar5iv.labs.arxiv.org/html/2501.01234',
        'https://doi.org/10.48550/arXiv.2501.01234',
      ],
    ],
    [
      'arxiv:hep-th/9901001',
      'https://arxiv.org/abs/hep-th/9901001',
      'https://arxiv.org/pdf/hep-th/9901001',
      '1999-01',
      ['https://arxiv.org/pdf/hep-th/9901001v2'],
    ],
    [
      'arxiv:math.GT/0309136',
      'https://arxiv.org/abs/math.GT/0309136',
      'https://arxiv.org/pdf/math.GT/0309136',
      '2003-09',
      ['https://arxiv.org/abs/math.GT/0309136'],
    ],
    [
      'doi:10.5555/tides.2025.1',
      'https://doi.org/10.5555/Tides.2025.1',
      '',
      '',
      ['https://doi.org/10.5555/Tides.2025.1', 'http://dx.doi.org/10.5555%2FTides.2025.1'],
    ],
    [
      'doi:10.1145/1234567.7654321',
      'https://dl.acm.org/doi/10.1145/1234567.7654321',
      'https://dl.acm.org/doi/pdf/10.1145/1234567.7654321',
      '',
      [
        'https://dl.acm.org/doi/10.1145/1234567.7654321',
        'https://dl.acm.org/doi/pdf/10.1145/1234567.7654321?download=true',
        'https://dl.acm.org/doi/abs/10.1145/1234567.7654321',
      ],
    ],
    [
      'doi:10.1007/s00446-025-0001-2',
      'https://link.springer.com/article/10.1007/s00446-025-0001-2',
      'https://link.springer.com/content/pdf/10.1007/s00446-025-0001-2.pdf',
      '',
      ['https://link.springer.com/article/10.1007/s00446-025-0001-2#Sec3'],
    ],
    [
      'doi:10.1038/s41586-025-00001-2',
      'https://www.nature.com/articles/s41586-025-00001-2',
      'https://www.nature.com/articles/s41586-025-00001-2.pdf',
      '',
      [
        'https://www.nature.com/articles/s41586-025-00001-2',
        'https://www.nature.com/articles/s41586-025-00001-2.pdf',
      ],
    ],
    [
      'doi:10.1101/2024.01.15.575703',
      'https://doi.org/10.1101/2024.01.15.575703',
      'https://www.biorxiv.org/content/10.1101/2024.01.15.575703v1.full.pdf',
      '2024-01-15',
      [
        'https://www.biorxiv.org/content/10.1101/2024.01.15.575703v2.full.pdf',
        'https://www.biorxiv.org/content/10.1101/2024.01.15.575703v1',
        'https://www.biorxiv.org/content/10.1101/2024.01.15.575703v1.abstract',
      ],
    ],
    [
      'openreview:aB3-_xYz12',
      'https://openreview.net/forum?id=aB3-_xYz12',
      'https://openreview.net/pdf?id=aB3-_xYz12',
      '',
      [
        'https://openreview.net/forum?id=aB3-_xYz12&noteId=q',
        'https://openreview.net/pdf?id=aB3-_xYz12',
      ],
    ],
    [
      'acl:2023.acl-long.1',
      'https://aclanthology.org/2023.acl-long.1/',
      'https://aclanthology.org/2023.acl-long.1.pdf',
      '2023',
      [
        'https://aclanthology.org/2023.acl-long.1/',
        'https://aclanthology.org/2023.acl-long.1.pdf',
        'https://doi.org/10.18653/v1/2023.acl-long.1',
      ],
    ],
    [
      'acl:P19-1001',
      'https://aclanthology.org/P19-1001/',
      'https://aclanthology.org/P19-1001.pdf',
      '2019',
      ['https://www.aclweb.org/anthology/P19-1001.pdf', 'https://doi.org/10.18653/v1/p19-1001'],
    ],
    [
      'edp:epjconf_tide2025_01001',
      'https://www.epj-conferences.org/articles/epjconf/abs/2025/22/epjconf_tide2025_01001/epjconf_tide2025_01001.html',
      'https://www.epj-conferences.org/articles/epjconf/pdf/2025/22/epjconf_tide2025_01001.pdf',
      '2025',
      [
        'https://www.epj-conferences.org/articles/epjconf/pdf/2025/22/epjconf_tide2025_01001.pdf',
        'https://www.epj-conferences.org/articles/epjconf/full_html/2025/22/epjconf_tide2025_01001/epjconf_tide2025_01001.html',
      ],
    ],
    [
      'iacr:2024/123',
      'https://eprint.iacr.org/2024/123',
      'https://eprint.iacr.org/2024/123.pdf',
      '2024',
      ['https://eprint.iacr.org/2024/123', 'https://eprint.iacr.org/2024/123.pdf'],
    ],
    [
      'pmlr:v97/tide19a',
      'https://proceedings.mlr.press/v97/tide19a.html',
      'https://proceedings.mlr.press/v97/tide19a/tide19a.pdf',
      '',
      [
        'http://proceedings.mlr.press/v97/tide19a.html',
        'https://proceedings.mlr.press/v97/tide19a/tide19a.pdf',
      ],
    ],
    [
      'hal:hal-01234567',
      'https://tides.hal.science/hal-01234567',
      'https://tides.hal.science/hal-01234567/document',
      '',
      [
        'https://tides.hal.science/hal-01234567v2',
        'https://tides.hal.science/hal-01234567v2/file/rings.pdf',
      ],
    ],
  ])('%s', (id, abstractUrl, pdfUrl, published, addresses) => {
    for (const address of addresses) {
      expect(parsePaperAddress(address), address).toMatchObject({
        id,
        abstractUrl,
        pdfUrl,
        published,
      });
    }
  });
});

test('a DOI with signs of its own stays in one piece', () => {
  expect(parsePaperAddress('https://doi.org/10.5555/(a)%3C1:b%3E%3F2;x')).toMatchObject({
    id: 'doi:10.5555/(a)<1:b>?2;x',
    abstractUrl: 'https://doi.org/10.5555/(a)%3C1:b%3E%3F2;x',
  });
  expect(parsePaperAddress('https://dl.acm.org/doi/abs/10.5555/a%3Fb')).toMatchObject({
    pdfUrl: 'https://dl.acm.org/doi/pdf/10.5555/a%3Fb',
  });
});

describe('what names no paper is not taken for one', () => {
  test.each([
    'https://arxiv.org/',
    'https://arxiv.org/list/cs.DC/recent',
    'https://arxiv.org/abs/2513.01234',
    'https://arxiv.org/abs/2501.01234/more/parts',
    'https://arxiv.org.evil.example/abs/2501.01234',
    'https://doi.org/not-a-doi',
    'https://doi.org/10.5555/',
    'https://dl.acm.org/conferences',
    'https://openreview.net/group?id=ICLR.cc',
    'https://openreview.net/forum?id=../../x',
    'https://eprint.iacr.org/2024/',
    'https://nothal.science/hal-01234567',
    'https://a.example/abs/2501.01234',
    'javascript:location="https://arxiv.org/abs/2501.01234"',
    '',
    'arXiv:2501.01234',
  ])('%s', (address) => {
    expect(parsePaperAddress(address)).toBeUndefined();
  });
});

test('two papers are not the same paper, and a page is none', () => {
  const idOf = (address: string) => parsePaperAddress(address)?.id;
  expect(idOf('https://arxiv.org/abs/2501.01235')).not.toBe(
    idOf('https://arxiv.org/abs/2501.01234'),
  );
  expect(idOf('https://a.example/')).toBeUndefined();
});

describe('the registry', () => {
  test('has every host under one archive', () => {
    const hosts = paperArchives.flatMap((archive) => archive.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
    const ids = paperArchives.map((archive) => archive.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('no address makes an archive fail, and what it gives are addresses of the same paper', () => {
    const hosts = paperArchives.flatMap((archive) => archive.hosts);
    const part = fc.oneof(
      anyText(30),
      fc.constantFrom('abs', 'pdf', 'doi', 'content', '10.5555', 'x%zz', '10.1101', 'articles'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...hosts),
        fc.array(part, { maxLength: 6 }),
        part,
        (host, path, query) => {
          const paper = parsePaperAddress(`https://${host}/${path.join('/')}?id=${query}`);
          if (!paper) return;
          expect(URL.canParse(paper.abstractUrl)).toBe(true);
          expect(parsePaperAddress(paper.abstractUrl)?.id).toBe(paper.id);
        },
      ),
    );
  });
});
