/**
 * What the harness calls inside Chromium's service worker, and the torture test in a page of the
 * extension. `dispatch` is Chromium's own, undocumented: it runs the listeners like the browser,
 * but without the gesture.
 */
declare const chrome: {
  tabs: {
    query(
      filter:
        | { active: boolean; lastFocusedWindow?: boolean; windowType?: 'normal' }
        | { url: string },
    ): Promise<{ id: number; url?: string }[]>;
  };
  runtime: {
    sendMessage(message: object): Promise<unknown>;
    getManifest(): { version: string; optional_permissions?: string[] };
  };
  commands: {
    getAll(): Promise<{ name?: string; shortcut?: string }[]>;
    onCommand: { dispatch(name: string, tab: unknown): void };
  };
  contextMenus: {
    update(id: string, changes: { enabled: boolean }): Promise<void>;
    onClicked: { dispatch(info: object, tab: unknown): void };
  };
  permissions: {
    getAll(): Promise<{ origins?: string[] }>;
    remove(what: { permissions?: string[]; origins?: string[] }): Promise<boolean>;
  };
  storage: {
    local: {
      clear(): Promise<void>;
      get(): Promise<Record<string, unknown>>;
      set(values: Record<string, unknown>): Promise<void>;
    };
    session: {
      clear(): Promise<void>;
      get(key?: string): Promise<Record<string, unknown>>;
    };
  };
  action: { getBadgeText(of: object): Promise<string> };
};
