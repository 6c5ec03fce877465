import type { Asset } from '../core/media/asset.ts';
import type { Database } from './database.ts';
import { guard } from './store-error.ts';

/** Bytes are named by their hash, so writing the same picture twice is one record. */
export function createAssetStore(db: Database) {
  return {
    get: (id: string): Promise<Asset | undefined> => guard(() => db.assets.get(id)),
    put: (asset: Asset): Promise<void> =>
      guard(async () => {
        await db.assets.put(asset);
      }),
    kept: (ids: readonly string[]): Promise<ReadonlySet<string>> =>
      guard(
        async () =>
          new Set(
            await db.assets
              .where('id')
              .anyOf([...ids])
              .primaryKeys(),
          ),
      ),
  };
}
