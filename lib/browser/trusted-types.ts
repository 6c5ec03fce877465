/**
 * The only place where one of our pages may pass text to something that could run it: the manifest
 * requires Trusted Types and allows only this policy. Firefox supports them from 148 on; before
 * that, texts pass unchanged.
 */
interface Policy {
  createHTML(text: string): string;
  createScriptURL(address: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

/** The name in the manifest's `trusted-types`. */
export const policyName = 'wrapup';

const rules: Policy = {
  // Only `parseInert` uses this; its document has no window, so nothing in it runs or loads.
  createHTML: (text) => text,
  createScriptURL(address) {
    if (new URL(address, location.href).origin === location.origin) return address;
    throw new TypeError('Only scripts of the extension itself are run');
  },
};

let made: Policy | undefined;

/**
 * Returns the policy itself, for a library that needs one. A document can create only one policy of
 * each name.
 */
export function textPolicy(): Policy {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  made ??= trustedTypes?.createPolicy(policyName, rules) ?? rules;
  return made;
}

/**
 * Parses HTML or a drawing into a document in which nothing runs and nothing is loaded; it is to be
 * read, never shown.
 */
export function parseInert(
  text: string,
  type: 'text/html' | 'image/svg+xml' = 'text/html',
): Document {
  return new DOMParser().parseFromString(textPolicy().createHTML(text), type);
}

/** Returns the address of one of our scripts, for a worker. Throws for any other. */
export function ownScript(address: string): string {
  return textPolicy().createScriptURL(address);
}
