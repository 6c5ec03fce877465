import { useEffect, useState } from 'preact/hooks';
import { forgetProblems, readProblems, watchProblems } from '../../lib/browser/problem-log.ts';
import { type Installation, ourVersion, readInstallation } from '../../lib/client/installation.ts';
import { type LoggedProblem, renderDiagnostics } from '../../lib/core/base/problem-log.ts';

export interface DiagnosticsView {
  /** Exactly what is copied. */
  text: string;
  hasProblems: boolean;
  forget(): void;
}

/** The current diagnostics; undefined until they are read. */
export function useDiagnostics(): DiagnosticsView | undefined {
  const [installation, setInstallation] = useState<Installation>();
  const [problems, setProblems] = useState<LoggedProblem[]>();
  useEffect(() => {
    const unknown = { browser: navigator.userAgent, system: '' };
    // The other diagnostics are useful without it.
    void readInstallation()
      .catch(() => unknown)
      .then(setInstallation);
    // An unreadable log is shown as empty, because nothing else is known.
    void readProblems()
      .catch(() => [])
      .then(setProblems);
    return watchProblems(setProblems);
  }, []);
  if (installation === undefined || problems === undefined) return undefined;
  return {
    text: renderDiagnostics({ ...ourVersion(), ...installation, problems }),
    hasProblems: problems.length > 0,
    forget: () => void forgetProblems().then(() => setProblems([])),
  };
}
