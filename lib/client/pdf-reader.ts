import { ownScript } from '../browser/trusted-types.ts';
import type { PdfAnswer, PdfQuestion, PdfReading } from '../clips/pdf-reading.ts';
import { type Failure, failure } from '../core/base/errors.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import workerAddress from '../pdf/worker.ts?worker&url';

/** A PDF of a few hundred pages takes seconds; a slower worker is terminated. */
const patienceMs = 30_000;

/**
 * Reads a PDF in a separate worker, which is terminated afterwards with everything that it held.
 */
export function readInWorker(question: PdfQuestion): Promise<Result<PdfReading, Failure>> {
  const worker = new Worker(ownScript(workerAddress), { type: 'module' });
  const answered = new Promise<Result<PdfReading, Failure>>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<PdfAnswer>) =>
      resolve('reading' in data ? ok(data.reading) : fail(failure(data.problem)));
    // Without a message, the worker's own code did not load.
    worker.onerror = ({ message }: Partial<ErrorEvent>) =>
      resolve(fail(failure(message ? 'pdf-broken' : 'code-not-loaded', message)));
    setTimeout(() => resolve(fail(failure('pdf-too-large', 'no answer'))), patienceMs);
  });
  worker.postMessage(question, [question.bytes.buffer]);
  return answered.finally(() => worker.terminate());
}
