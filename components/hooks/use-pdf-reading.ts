import { useState } from 'preact/hooks';
import { fetchPdf } from '../../lib/browser/fetch-pdf.ts';
import { giveBackHost, withHostAccess } from '../../lib/browser/host-access.ts';
import type { Undo } from '../../lib/client/notice.ts';
import { readInWorker } from '../../lib/client/pdf-reader.ts';
import type { Saved } from '../../lib/client/record-writer.ts';
import { edit, undoStep } from '../../lib/client/services.ts';
import { sourcePage } from '../../lib/clips/clip-source.ts';
import { clipsOfPdf, findingsFor, quotesWithoutPage } from '../../lib/clips/pdf-findings.ts';
import type { PdfReading } from '../../lib/clips/pdf-reading.ts';
import { type Failure, failure, toFailure } from '../../lib/core/base/errors.ts';
import { limits } from '../../lib/core/base/limits.ts';
import { fail, ok, type Result } from '../../lib/core/base/result.ts';
import type { ItemEdits } from '../../lib/core/post/edits.ts';
import type { SourcedClip } from '../../lib/core/post/item.ts';

export type PdfReadingState =
  | { state: 'idle' | 'reading' }
  | { state: 'failed'; failure: Failure }
  /** The changes in the requested clip, and what the PDF could not tell. */
  | { state: 'done'; changes: ItemEdits; hasText: boolean; pageMissing: boolean };

type Bytes = Result<Uint8Array<ArrayBuffer>, Failure>;

/** The address of a clip's PDF; '' for a local file. */
export const pdfAddress = (clip: SourcedClip) =>
  clip.kind === 'link' && clip.url !== '' ? clip.url : sourcePage(clip.source);

/** Reads PDFs for facts that their clips lack, and fills them in for all clips of the same PDF. */
export function usePdfReading(
  readClips: () => Promise<readonly SourcedClip[]>,
  offerUndo: (undo: Undo) => void,
  told: string,
) {
  const [states, setStates] = useState<Readonly<Record<string, PdfReadingState>>>({});
  const set = (id: string, state: PdfReadingState) =>
    setStates((before) => ({ ...before, [id]: state }));

  /** Returns what is stored by now, because the clips may have changed while the PDF was read. */
  const clipsNow = async (clip: SourcedClip) => {
    const clips = await readClips();
    return clipsOfPdf(clips.find(({ id }) => id === clip.id) ?? clip, clips);
  };

  const fill = async (clip: SourcedClip, reading: PdfReading, asked: readonly string[]) => {
    const saving: Promise<Saved | undefined>[] = [];
    let own: ItemEdits = {};
    for (const each of await clipsNow(clip)) {
      const at = asked.indexOf(each.id);
      const changes = findingsFor(each, reading, at < 0 ? null : (reading.pages[at] ?? null));
      if (each.id === clip.id) own = changes;
      if (Object.keys(changes).length === 0) continue;
      saving.push(edit('item', each.id, each, changes, 'fill'));
    }
    if (saving.length > 0) {
      offerUndo({
        text: told,
        run: async () => {
          for (const saved of await Promise.all(saving)) await undoStep(saved?.changeId);
          set(clip.id, { state: 'idle' });
        },
      });
    }
    const pageMissing = asked.includes(clip.id) && own.page === undefined;
    set(clip.id, { state: 'done', changes: own, hasText: reading.hasText, pageMissing });
  };

  const run = async (clip: SourcedClip, getBytes: () => Promise<Bytes | undefined>) => {
    set(clip.id, { state: 'reading' });
    try {
      await readAndFill(clip, getBytes);
    } catch (thrown) {
      set(clip.id, { state: 'failed', failure: toFailure(thrown, 'storage-failed') });
    }
  };

  const readAndFill = async (clip: SourcedClip, getBytes: () => Promise<Bytes | undefined>) => {
    const bytes = (await getBytes()) ?? fail(failure('pdf-out-of-reach', 'not allowed'));
    if (!bytes.ok) return set(clip.id, { state: 'failed', failure: bytes.error });
    const quotes = quotesWithoutPage(await clipsNow(clip));
    const texts = quotes.map(({ text }) => text.slice(0, 2_000));
    const reading = await readInWorker({ bytes: bytes.value, texts });
    if (!reading.ok) return set(clip.id, { state: 'failed', failure: reading.error });
    await fill(
      clip,
      reading.value,
      quotes.map(({ id }) => id),
    );
  };

  return {
    stateOf: (id: string): PdfReadingState => states[id] ?? { state: 'idle' },
    read(clip: SourcedClip) {
      const address = pdfAddress(clip);
      // The question for access may have closed the popup before the access could be given back.
      return run(clip, () => fetchPdf(address).finally(() => giveBackHost(address)));
    },
    /** Asks for access to the PDF's host first; call it in a click. */
    readWithAccess(clip: SourcedClip) {
      const address = pdfAddress(clip);
      const fetched = withHostAccess(address, () => fetchPdf(address));
      return run(clip, () => fetched);
    },
    readFile: (clip: SourcedClip, file: Blob) =>
      run(clip, async () =>
        file.size > limits.pdfBytes
          ? fail(failure('pdf-too-large'))
          : ok(new Uint8Array(await file.arrayBuffer())),
      ),
  };
}

export type PdfReader = ReturnType<typeof usePdfReading>;
