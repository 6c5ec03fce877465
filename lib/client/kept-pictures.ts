import { folders } from '../app/snapshots/folders.ts';
import { ownFiles } from '../browser/own-files.ts';
import { recoverPictures } from '../store/recover-library.ts';
import { copies, database } from './services.ts';

/** Restores pictures that clips refer to and whose bytes are only in the second place. */
export async function putPicturesBack(): Promise<void> {
  const kept = await ownFiles.list(folders.pictures);
  const bytesOf = async (id: string) => (await ownFiles.read(folders.pictures, id))?.arrayBuffer();
  await recoverPictures(
    database,
    kept.map(({ name }) => name),
    bytesOf,
    copies.now(),
  );
}
