import { browser } from 'wxt/browser';

export interface Installation {
  browser: string;
  system: string;
}

/**
 * Firefox gives its exact version; Chromium's is in its user agent, reduced to the major version.
 */
export async function readInstallation(): Promise<Installation> {
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

export const ourVersion = () => ({
  version: browser.runtime.getManifest().version,
  language: browser.i18n.getUILanguage(),
});
