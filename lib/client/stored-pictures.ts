import type { StoredPictures } from '../app/ports.ts';
import { ownScript } from '../browser/trusted-types.ts';
import { failure } from '../core/base/errors.ts';
import type { PictureAnswer, PictureQuestion } from './stored-picture-worker.ts';
import workerAddress from './stored-picture-worker.ts?worker&url';

/** A worker is terminated once it has read this many bytes. */
const bytesAWorker = 8_000_000;
/** A worker that has crashed never answers, and nothing reports it. */
const patienceMs = 60_000;
/** Bytes come in pieces of this size. */
const pieceBytes = 512 * 1024;

/**
 * Reads stored pictures in workers, and passes their bytes on in one buffer that goes back and
 * forth, so that none of them becomes garbage in this page (ADR 34).
 */
export function createStoredPictures(database: string): StoredPictures {
  let worker: Worker | undefined;
  let readBytes = 0;
  let buffer = new ArrayBuffer(pieceBytes);
  let giveUp: ((why: unknown) => void) | undefined;

  const ask = (question: PictureQuestion, transfer: Transferable[] = []) =>
    new Promise<PictureAnswer>((resolve, reject) => {
      const timer = setTimeout(() => reject(failure('storage-failed', 'no answer')), patienceMs);
      worker ??= new Worker(ownScript(workerAddress), { type: 'module' });
      giveUp = reject;
      worker.onmessage = ({ data }: MessageEvent<PictureAnswer>) => {
        clearTimeout(timer);
        resolve(data);
      };
      // Without a message, the worker's own code did not load.
      worker.onerror = ({ message }: Partial<ErrorEvent>) =>
        reject(failure(message ? 'storage-failed' : 'code-not-loaded', message));
      worker.postMessage(question, transfer);
    });
  const end = () => {
    worker?.terminate();
    worker = undefined;
    readBytes = 0;
    giveUp?.(failure('export-cancelled'));
  };

  async function* pieces(size: number) {
    for (let at = 0; at < size; ) {
      const piece = await ask({ buffer }, [buffer]);
      if (!('buffer' in piece)) throw failure('storage-failed', JSON.stringify(piece));
      buffer = piece.buffer;
      if (piece.length === 0) throw failure('storage-failed', 'A picture is too short');
      at += piece.length;
      yield new Uint8Array(buffer, 0, piece.length);
    }
  }

  return {
    async open(id) {
      if (readBytes >= bytesAWorker) end();
      const answer = await ask({ database, id });
      if (!('head' in answer)) throw failure('storage-failed', JSON.stringify(answer));
      const { head } = answer;
      if (head === undefined) return undefined;
      readBytes += head.size;
      return { id, ...head, pieces: pieces(head.size) };
    },
    end,
  };
}
