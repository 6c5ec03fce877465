import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

const texts: Record<string, { message: string }> = messages;

/**
 * The browser's i18n with the real messages, and what jsdom lacks. Import it before any component,
 * because `wxt/browser` looks for the browser once, when it is loaded.
 */
Object.assign(globalThis, {
  chrome: {
    runtime: { id: 'test' },
    permissions: { contains: async () => true },
    i18n: {
      getUILanguage: () => 'en-US',
      getMessage: (key: string, substitutions: string[] = []) =>
        (texts[key]?.message ?? '').replace(
          /\$(\d)/g,
          (_, n) => substitutions[Number(n) - 1] ?? '',
        ),
    },
  },
  matchMedia: () => ({ matches: false }),
});
Element.prototype.scrollIntoView = () => {};
