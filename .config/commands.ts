/**
 * Keys that the manifest suggests, by browser and system (ADR 29). At most four, which is
 * Chromium's limit.
 *
 * Firefox gives Alt+Shift with a letter to the page first, as its access key, and Alt with a letter
 * to the menu with that letter. So in Firefox the keys are Alt alone, with letters of no menu.
 * macOS has other access keys, and types special characters with Alt.
 */
const letters = {
  'clip-here': { chromium: 'Q', firefox: 'Q' },
  'clip-moment': { chromium: 'M', firefox: 'K' },
  'clip-screenshot': { chromium: 'S', firefox: 'I' },
  'open-panel': { chromium: 'J', firefox: 'J' },
} as const;

const descriptions = {
  'clip-here': '__MSG_command_clip_here__',
  'clip-moment': '__MSG_command_clip_moment__',
  'clip-screenshot': '__MSG_command_clip_screenshot__',
  'open-panel': '__MSG_command_open_panel__',
} as const;

type CommandName = keyof typeof letters;

function suggestedKey(name: CommandName, isFirefox: boolean) {
  const { chromium, firefox } = letters[name];
  const usual = `Alt+Shift+${chromium}`;
  return isFirefox ? { default: `Alt+${firefox}`, mac: usual } : { default: usual };
}

/**
 * The desk's key would be a fifth: Chromium accepts the command without a key, and Firefox has no
 * letter left for it (ADR 62).
 */
const deskKey = { default: 'F8', mac: 'Alt+Shift+D' };

/** The manifest's `commands`. */
export function commandsFor(browser: string) {
  const isFirefox = browser === 'firefox';
  const names = Object.keys(letters) as CommandName[];
  const lettered = names.map((name) => [
    name,
    { suggested_key: suggestedKey(name, isFirefox), description: descriptions[name] },
  ]);
  return {
    ...Object.fromEntries(lettered),
    'open-desk': {
      ...(isFirefox ? { suggested_key: deskKey } : {}),
      description: '__MSG_command_open_desk__',
    },
  };
}
