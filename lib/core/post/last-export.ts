import * as v from 'valibot';

const DigestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/**
 * What the last export to a folder left, by path: the digest of what it would have written
 * (`ours`), and of what is `there` since; they differ if the user's own file was kept.
 */
export const LastExportSchema = v.record(
  v.string(),
  v.object({ ours: DigestSchema, there: DigestSchema }),
);

export type LastExport = v.InferOutput<typeof LastExportSchema>;
