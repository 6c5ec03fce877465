import { describe, expect, it } from 'vitest';
import { policyName } from '../../lib/browser/trusted-types.ts';
import { manifestOf } from '../support/bundles.ts';
import { read } from '../support/source-files.ts';

/**
 * The permissions that an install requests from a user. Another line here is another question
 * there.
 */
const permissions = {
  chromium: [
    'activeTab',
    'clipboardWrite',
    'contextMenus',
    'scripting',
    // Firefox needs no permission for its sidebar; neither browser warns about it.
    'sidePanel',
    'storage',
    'unlimitedStorage',
  ],
  firefox: [
    'activeTab',
    'clipboardWrite',
    'contextMenus',
    'scripting',
    'storage',
    'unlimitedStorage',
  ],
};

function suggestedKeys(build: 'chromium' | 'firefox') {
  const commands = manifestOf(build).commands as Record<string, { suggested_key: unknown }>;
  const keys = Object.entries(commands).map(([name, command]) => [name, command.suggested_key]);
  return Object.fromEntries(keys);
}

describe.each(['chromium', 'firefox'] as const)('the manifest for %s', (build) => {
  const manifest = manifestOf(build);

  it('is of version 3', () => {
    expect(manifest.manifest_version).toBe(3);
  });

  it('asks for nothing without a reason in the answers to the stores and in the README', () => {
    const answers = read('.github/store/answers.md');
    const readme = read('README.md');
    const asked = ['permissions', 'optional_permissions', 'optional_host_permissions'].flatMap(
      (key) => (manifest[key] ?? []) as string[],
    );
    expect(asked.length).toBeGreaterThan(7);
    for (const each of asked) expect(answers).toContain(`\n| \`${each}\` |`);
    // The README explains the access to a PDF's site in a sentence.
    for (const each of asked.filter((name) => !name.includes(':')))
      expect(readme).toContain(`\n| \`${each}\` `);
  });

  it('asks for exactly these permissions', () => {
    expect((manifest.permissions as string[]).toSorted()).toEqual(permissions[build]);
  });

  it('asks for no site', () => {
    expect(manifest).not.toHaveProperty('host_permissions');
  });

  it('may ask later for downloads, for backups by themselves, for tabs, to list those that are open, and for the clipboard, to link to a copied address', () => {
    expect(manifest.optional_permissions).toEqual(['downloads', 'tabs', 'clipboardRead']);
  });

  it('puts nothing into pages by itself', () => {
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('stays out of private windows (ADR 40)', () => {
    expect(manifest.incognito).toBe('not_allowed');
  });

  it('lets its pages run no code but their own, and load nothing but what is ordered', () => {
    const policy = (manifest.content_security_policy as { extension_pages: string })
      .extension_pages;
    expect(
      Object.fromEntries(
        policy.split('; ').map((line) => /^(\S+) (.*)$/.exec(line)?.slice(1) ?? []),
      ),
    ).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'worker-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' blob:",
      // Pictures, calendars and PDFs of any site, each requested by the user.
      'connect-src': "'self' https: http: data:",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': policyName,
    });
  });

  it('opens the popup by the toolbar button', () => {
    expect(manifest.action).toMatchObject({ default_popup: 'popup.html' });
  });
});

describe('the manifest for chromium', () => {
  it('asks for keys that Chromium has free, and runs before the page', () => {
    expect(suggestedKeys('chromium')).toEqual({
      'clip-here': { default: 'Alt+Shift+Q' },
      'clip-moment': { default: 'Alt+Shift+M' },
      'clip-screenshot': { default: 'Alt+Shift+S' },
      'open-panel': { default: 'Alt+Shift+J' },
      // It takes four keys at most (ADR 62).
      'open-desk': undefined,
    });
  });

  it('has a panel beside the page', () => {
    expect(manifestOf('chromium').side_panel).toEqual({ default_path: 'sidepanel.html' });
  });

  it('asks for no site later either: activeTab covers the PDF in front', () => {
    expect(manifestOf('chromium')).not.toHaveProperty('optional_host_permissions');
  });

  it('has a service worker that is a module', () => {
    expect(manifestOf('chromium').background).toEqual({
      service_worker: 'background.js',
      type: 'module',
    });
  });
});

describe('the manifest for firefox', () => {
  it('asks for keys that no page has as access keys, and no menu', () => {
    expect(suggestedKeys('firefox')).toEqual({
      'clip-here': { default: 'Alt+Q', mac: 'Alt+Shift+Q' },
      'clip-moment': { default: 'Alt+K', mac: 'Alt+Shift+M' },
      'clip-screenshot': { default: 'Alt+I', mac: 'Alt+Shift+S' },
      'open-panel': { default: 'Alt+J', mac: 'Alt+Shift+J' },
      'open-desk': { default: 'F8', mac: 'Alt+Shift+D' },
    });
  });

  it('puts the button, and the badge on it, where they are seen', () => {
    expect(manifestOf('firefox').action).toMatchObject({ default_area: 'navbar' });
  });

  it('has a sidebar, which does not open by itself', () => {
    expect(manifestOf('firefox').sidebar_action).toMatchObject({
      default_panel: 'sidepanel.html',
      open_at_install: false,
    });
  });

  it('may ask for the site of a PDF that is to be read (ADR 18)', () => {
    expect(manifestOf('firefox').optional_host_permissions).toEqual(['*://*/*']);
  });

  it('keeps its id, so that an update finds the data', () => {
    expect(manifestOf('firefox').browser_specific_settings).toMatchObject({
      gecko: { id: 'wrapup@wrapup.example', data_collection_permissions: { required: ['none'] } },
      gecko_android: { strict_min_version: '142.0' },
    });
  });
});
