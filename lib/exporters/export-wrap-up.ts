import type { Asset } from '../core/asset.ts';
import type { Failure } from '../core/errors.ts';
import type { Item } from '../core/item.ts';
import type { Profile } from '../core/profile.ts';
import { ok, type Result } from '../core/result.ts';
import type { WrapUp } from '../core/wrap-up.ts';
import { composeDraft } from '../render/compose.ts';
import type { Export, Exporter } from './exporter.ts';
import { withOwnFileNames } from './file-names.ts';

/**
 * The wrap-up as files, the draft composed for the exporter's layout: paths in it and names of
 * files agree. Fails where the template does.
 */
export function exportWrapUp(
  exporter: Exporter,
  wrapUp: WrapUp,
  items: readonly Item[],
  houseStyle: Profile,
  assets: ReadonlyMap<string, Asset>,
  recordingAssetId?: string,
): Result<Export, Failure> {
  const profile = exporter.profile(houseStyle);
  const named = withOwnFileNames(items);
  const draft = composeDraft(wrapUp, named, profile);
  if (!draft.ok) return draft;
  return ok(
    exporter.files({
      wrapUp,
      items: named,
      profile,
      draft: draft.value,
      assets,
      recordingAssetId,
    }),
  );
}
