import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { forgetProblems, readProblems, watchProblems } from '../../lib/browser/problem-log.ts';
import { type LoggedProblem, renderDiagnostics } from '../../lib/core/base/problem-log.ts';

interface Installation {
  browser: string;
  system: string;
}

/** Firefox says its exact version; Chromium's is in its user agent, rounded to the major one. */
async function readInstallation(): Promise<Installation> {
  const { os, arch } = await browser.runtime.getPlatformInfo();
  const system = `${os} ${arch}`;
  const { runtime } = browser as unknown as {
    runtime: { getBrowserInfo?: () => Promise<{ name: string; version: string }> };
  };
  if (runtime.getBrowserInfo) {
    const { name, version } = await runtime.getBrowserInfo();
    return { browser: `${name} ${version}`, system };
  }
  const [, name, version] =
    /\b(Edg|OPR|Vivaldi|(?:Headless)?Chrome)\/([\d.]+)(?!.*\b(?:Edg|OPR|Vivaldi)\/)/.exec(
      navigator.userAgent,
    ) ?? [];
  return { browser: name ? `${name} ${version}` : navigator.userAgent, system };
}

export interface DiagnosticsView {
  /** Exactly what is copied. */
  text: string;
  hasProblems: boolean;
  forget(): void;
}

/** The diagnostics as they are now; undefined until they are read. */
export function useDiagnostics(): DiagnosticsView | undefined {
  const [installation, setInstallation] = useState<Installation>();
  const [problems, setProblems] = useState<LoggedProblem[]>();
  useEffect(() => {
    const unknown = { browser: navigator.userAgent, system: '' };
    // The rest of the diagnostics is worth having without it.
    void readInstallation()
      .catch(() => unknown)
      .then(setInstallation);
    // A log that cannot be read is shown as empty: there is nothing else to say of it.
    void readProblems()
      .catch(() => [])
      .then(setProblems);
    return watchProblems(setProblems);
  }, []);
  if (installation === undefined || problems === undefined) return undefined;
  const { version } = browser.runtime.getManifest();
  const language = browser.i18n.getUILanguage();
  return {
    text: renderDiagnostics({ version, language, ...installation, problems }),
    hasProblems: problems.length > 0,
    forget: () => void forgetProblems().then(() => setProblems([])),
  };
}
