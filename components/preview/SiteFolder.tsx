import { useEffect, useState } from 'preact/hooks';
import { openedFor } from '../../lib/client/open-in-tab.ts';
import type { FolderExport } from '../hooks/use-folder-export.ts';
import type { SiteFolderEdge } from '../hooks/use-site-folder.ts';
import { FolderPanel } from './FolderPanel.tsx';

/** The result of the export or, in a tab that was opened for it, what to do. */
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
