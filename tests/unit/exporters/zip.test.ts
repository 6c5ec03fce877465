import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { ExportFile } from '../../../lib/exporters/exporter.ts';
import { zipFiles } from '../../../lib/exporters/zip.ts';
import { joinParts } from '../../support/zip.ts';

const files: ExportFile[] = [
  { path: 'content/posts/x.md', content: 'Zeitreise – 潮\n' },
  { path: 'static/images/größe 潮.png', content: { assetId: 'small' } },
  { path: 'static/images/large.png', content: { assetId: 'large' } },
  { path: 'static/images/empty.png', content: { assetId: 'empty' } },
];
const pictures: Record<string, Uint8Array<ArrayBuffer>> = {
  small: Uint8Array.of(1, 2, 3),
  large: new Uint8Array(3 * 1024 * 1024 + 5).map((_, at) => at % 251),
  empty: new Uint8Array(),
};
const read = async (assetId: string) => pictures[assetId] ?? new Uint8Array();

test('holds every file under its name', async () => {
  const entries = unzipSync(await joinParts(zipFiles(files, read)));
  expect(Object.keys(entries)).toEqual(files.map(({ path }) => path));
  expect(new TextDecoder().decode(entries['content/posts/x.md'])).toBe('Zeitreise – 潮\n');
  expect(entries['static/images/größe 潮.png']).toEqual(pictures.small);
  const large = Buffer.from(entries['static/images/large.png'] ?? []);
  expect(large.equals(pictures.large as Uint8Array)).toBe(true);
  expect(entries['static/images/empty.png']).toEqual(pictures.empty);
});

test('comes in pieces, reads a picture when it is its turn, and says when each is in', async () => {
  const log: string[] = [];
  const zip = zipFiles(
    files,
    (assetId) => {
      log.push(`read ${assetId}`);
      return read(assetId);
    },
    () => log.push('in'),
  );
  let longest = 0;
  for await (const part of zip) longest = Math.max(longest, part.length);
  expect(longest).toBeLessThanOrEqual(1024 * 1024);
  expect(log).toEqual(['in', 'read small', 'in', 'read large', 'in', 'read empty', 'in']);
});

test('fails where a picture cannot be read', async () => {
  const zip = zipFiles(files, async () => {
    throw new Error('gone');
  });
  await expect(joinParts(zip)).rejects.toThrow('gone');
});

test('has the same bytes in every time zone, whenever it is made', async () => {
  const zone = process.env.TZ;
  const zips = new Set<string>();
  for (const each of ['UTC', 'Asia/Kolkata', 'America/Los_Angeles']) {
    process.env.TZ = each;
    zips.add(Buffer.from(await joinParts(zipFiles(files, read))).toString('base64'));
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(zips.size).toBe(1);
});
