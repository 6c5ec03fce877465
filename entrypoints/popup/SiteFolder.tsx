import { useEffect, useState } from 'preact/hooks';
import type { LongTask } from '../../components/hooks/use-long-task.ts';
import {
  type Answer,
  exportInto,
  type FolderReport,
  type SiteFolderEdge,
} from '../../components/hooks/use-site-folder.ts';
import { FolderPanel } from '../../components/preview/FolderPanel.tsx';
import type { Post } from '../../lib/app/export-wrap-up.ts';
import { openedFor } from '../../lib/client/open-in-tab.ts';
import type { Failure } from '../../lib/core/base/errors.ts';

export interface FolderExport {
  /** What the last export did; null before it. */
  report: FolderReport | null;
  /** Right in a click's handler: the browser may want to ask the user. */
  save(answers?: ReadonlyMap<string, Answer>): Promise<void>;
  pick(): Promise<void>;
  dismiss(): void;
}

/** Exporting into the site's folder, with what came of it. */
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

/** What the export did, or, in a tab that was opened for it, what to do. */
export function SiteFolder({ site, folder }: { site: SiteFolderEdge; folder: FolderExport }) {
  const [asked, setAsked] = useState(() => openedFor() === 'folder');
  useEffect(() => {
    if (folder.report) setAsked(false);
  }, [folder.report]);
  if (!site.possible || !(folder.report || asked)) return null;
  return (
    <FolderPanel
      name={site.name}
      report={folder.report}
      onSave={() => void folder.save()}
      onPick={() => void folder.pick()}
      onAnswer={(path, answer) => void folder.save(new Map([[path, answer]]))}
      onDismiss={() => {
        setAsked(false);
        folder.dismiss();
      }}
    />
  );
}
