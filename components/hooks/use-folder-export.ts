import { useState } from 'preact/hooks';
import type { Post } from '../../lib/app/export-wrap-up.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import type { LongTask } from './use-long-task.ts';
import {
  type Answer,
  exportInto,
  type FolderReport,
  type SiteFolderEdge,
} from './use-site-folder.ts';

export interface FolderExport {
  /** The result of the last export; null before it. */
  report: FolderReport | null;
  /** Call it directly in a click's handler, because the browser may ask the user. */
  save(answers?: ReadonlyMap<string, Answer>): Promise<void>;
  pick(): Promise<void>;
  dismiss(): void;
}

/** Exports into the site's folder, and reports the result. */
export function useFolderExport(
  site: SiteFolderEdge,
  task: LongTask,
  post: Post | undefined,
  { onDone, onFailure }: { onDone(): void; onFailure(failure: Failure): void },
): FolderExport {
  const [report, setReport] = useState<FolderReport | null>(null);
  const save = async (answers: ReadonlyMap<string, Answer> = new Map()) => {
    if (!post) return;
    const opened = await site.open();
    if (!opened.ok) return onFailure(opened.error);
    const folder = opened.value;
    if (!folder) return;
    const done = await task.run((watched) => exportInto(folder, post, answers, watched));
    if (!done) return;
    if (!done.ok) return onFailure(done.error);
    setReport(done.value);
    const { stopped, asked, failed } = done.value;
    if (!stopped && asked.length + failed.length === 0) onDone();
  };
  return {
    report,
    save,
    async pick() {
      const picked = await site.pick();
      if (!picked.ok) onFailure(picked.error);
      else if (picked.value) await save();
    },
    dismiss: () => setReport(null),
  };
}
