import './fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mount } from './support.tsx';

const macUserAgent =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const windowsUserAgent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

/** Loads the modules as on that system. */
async function on(userAgent: string) {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
  vi.resetModules();
  const [keys, commands, list, quotes, links, shortcuts, help, undo] = await Promise.all([
    import('../../../lib/client/keys.ts'),
    import('../../../components/desk/commands.ts'),
    import('../../../components/clips/list-keys.ts'),
    import('../../../components/clips/quote-keys.ts'),
    import('../../../components/links/link-field.ts'),
    import('../../../components/clips/shortcut-text.ts'),
    import('../../../entrypoints/options/ShortcutHelp.tsx'),
    import('../../../components/hooks/use-undo-keys.ts'),
  ]);
  return { ...keys, ...commands, ...list, ...quotes, ...links, ...shortcuts, ...help, ...undo };
}
type Loaded = Awaited<ReturnType<typeof on>>;

const pressed = (key: string, held: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key, ...held });
const ctrl = { ctrlKey: true };
const cmd = { metaKey: true };

afterEach(() => vi.restoreAllMocks());

describe.each([
  ['macOS', macUserAgent, cmd, ctrl],
  ['Windows', windowsUserAgent, ctrl, cmd],
])('on %s', (_, userAgent, mod, other) => {
  let loaded: Loaded;
  beforeEach(async () => {
    loaded = await on(userAgent);
  });

  it('the key of commands acts, and the other one is left to the text and the system', () => {
    for (const key of ['p', 'f', 'e', 's']) {
      expect(loaded.deskCommand(pressed(key, mod), true), key).toBeDefined();
      expect(loaded.deskCommand(pressed(key, other), true), key).toBeUndefined();
      expect(loaded.deskCommand(pressed(key, { ...mod, ...other }), true), key).toBeUndefined();
    }
    for (const key of ['j', 'h', 'c', 'Enter'])
      expect(loaded.postCommand(pressed(key, other)), key).toBeUndefined();
    expect(loaded.postCommand(pressed('c', mod))).toEqual({ do: 'copy' });
    expect(loaded.listCommand(pressed('a', mod))).toEqual({ do: 'select-all' });
    expect(loaded.listCommand(pressed('a', other))).toBeUndefined();
    expect(loaded.quoteToolOf(pressed('b', mod))).toBe('bold');
    expect(loaded.quoteToolOf(pressed('E', { ...mod, shiftKey: true }))).toBe('elide');
    expect(loaded.quoteToolOf(pressed('b', other))).toBeUndefined();
    expect(loaded.isLinkChord(pressed('k', mod))).toBe(true);
    expect(loaded.isLinkChord(pressed('k', other))).toBe(false);
  });

  it('a command that is chosen from the palette presses the keys of the system', () => {
    const event = new KeyboardEvent('keydown', loaded.eventOf('Mod+c'));
    expect([event.metaKey, event.ctrlKey]).toEqual([mod === cmd, mod === ctrl]);
    expect(loaded.postCommand(event)).toEqual({ do: 'copy' });
  });

  it('undo and redo are by its keys outside of fields', () => {
    const history = { undo: vi.fn(), redo: vi.fn() };
    const Page = () => {
      loaded.useUndoKeys(history);
      return null;
    };
    mount(<Page />);
    for (const event of [pressed('z', other), pressed('z', mod)]) document.dispatchEvent(event);
    expect(history.undo).toHaveBeenCalledOnce();
    document.dispatchEvent(pressed('Z', { ...mod, shiftKey: true }));
    expect(history.redo).toHaveBeenCalledOnce();
  });
});

describe('the description of keys', () => {
  it('is by signs on macOS, in its order', async () => {
    const mac = await on(macUserAgent);
    expect(mac.keyCaps('Mod+Shift+c')).toEqual(['⇧', '⌘', 'C']);
    expect(mac.shownKeys('Mod+Shift+c')).toBe('⇧⌘C');
    expect(mac.shownKeys('Alt+ArrowUp')).toBe('⌥↑');
    expect(mac.linkKeys()).toBe('⌘K');
    expect(mac.ariaKeys('Mod+Shift+e')).toBe('Meta+Shift+E');
    expect(mac.asSystemWrites('Alt+Shift+Q')).toBe('⌥⇧Q');
    expect(mac.asSystemWrites('MacCtrl+Alt+Q')).toBe('⌃⌥Q');
    expect(mac.asSystemWrites('Command+Shift+Y')).toBe('⇧⌘Y');
    expect(mac.asSystemWrites('⌥⇧Q')).toBe('⌥⇧Q');
    expect(mac.ariaShortcut('⌥⇧Q')).toBe('Alt+Shift+Q');
    expect(mac.shortKeys('⌥⇧Q')).toBe('⌥⇧Q');
  });

  it('is by words elsewhere', async () => {
    const windows = await on(windowsUserAgent);
    expect(windows.keyCaps('Mod+Shift+c')).toEqual(['Ctrl', 'Shift', 'C']);
    expect(windows.shownKeys('Alt+ArrowUp')).toBe('Alt+↑');
    expect(windows.linkKeys()).toBe('Ctrl+K');
    expect(windows.ariaKeys('Mod+Shift+e')).toBe('Control+Shift+E');
    expect(windows.asSystemWrites('Alt+Shift+Q')).toBe('Alt+Shift+Q');
    expect(windows.ariaShortcut('Ctrl+Alt+Q')).toBe('Control+Alt+Q');
  });

  it.each([
    ['macOS', macUserAgent, ['⌥↑', '⌘A', '⌘C', '⌫']],
    ['Windows', windowsUserAgent, ['Alt+↑', 'Ctrl+A', 'Ctrl+C', 'Delete']],
  ])('is the same in the options, on %s', async (_, userAgent, said) => {
    const { ShortcutHelp } = await on(userAgent);
    mount(<ShortcutHelp shortcuts={[]} isFirefox={false} onChange={async () => true} />);
    const shown = [...document.querySelectorAll('kbd')].map(({ textContent }) => textContent);
    expect(shown).toEqual(expect.arrayContaining(said));
  });
});

it('rows are deleted by the key that the keyboards of Macs have', async () => {
  const mac = await on(macUserAgent);
  expect(mac.listCommand(pressed('Backspace'))).toEqual({ do: 'delete' });
  expect(mac.postCommand(pressed('Backspace'))).toEqual({ do: 'delete' });
  const windows = await on(windowsUserAgent);
  expect(windows.listCommand(pressed('Backspace'))).toBeUndefined();
  expect(windows.postCommand(pressed('Backspace'))).toBeUndefined();
  expect(windows.listCommand(pressed('Delete'))).toEqual({ do: 'delete' });
});
