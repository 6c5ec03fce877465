import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

/** Every key of `public/_locales/en/messages.json`; a key that is not there is a type error. */
export type MessageKey = keyof typeof messages;

/** The user's text for `key`; `$1`, `$2` … in it stand for `substitutions`, in order. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key as never, substitutions.map(String)) || key;
}
