import { useState } from 'preact/hooks';
import type { Failure } from '../../lib/core/errors.ts';
import type { Item } from '../../lib/core/item.ts';
import type { Profile } from '../../lib/core/profile.ts';
import type { Result } from '../../lib/core/result.ts';
import type { WrapUp } from '../../lib/core/wrap-up.ts';
import type { MissingPicture } from '../../lib/exporters/exporter.ts';
import { deps } from './edges.ts';
import { downloadFile } from './take-away.ts';

export interface ArchiveEdge {
  /** Being made right now. */
  busy: boolean;
  /** What the last archive could not hold; undefined before the first. */
  missing: readonly MissingPicture[] | undefined;
  download(
    wrapUp: WrapUp,
    items: readonly Item[],
    profile: Profile,
  ): Promise<Result<void, Failure>>;
}

/** The post with its pictures as a zip, handed to the browser's downloads. */
export function useArchive(): ArchiveEdge {
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState<readonly MissingPicture[]>();
  return {
    busy,
    missing,
    async download(wrapUp, items, profile) {
      setBusy(true);
      try {
        const { exportArchive, hugoStatic } = await import('./archive.ts');
        const made = await exportArchive(deps, hugoStatic, { wrapUp, items, profile });
        if (!made.ok) return made;
        setMissing(made.value.missing);
        downloadFile(made.value.name, made.value.bytes, 'application/zip');
        return { ok: true, value: undefined };
      } finally {
        setBusy(false);
      }
    },
  };
}
