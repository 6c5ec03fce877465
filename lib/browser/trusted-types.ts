/**
 * The one place where a page of ours may hand text to something that could run it: the manifest asks for
 * Trusted Types, and names this policy alone. Firefox knows them from 148 on; before, texts pass as they are.
 */
interface Policy {
  createHTML(text: string): string;
  createScriptURL(address: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

/** Stands in the manifest's `trusted-types`. */
export const policyName = 'wrapup';

const rules: Policy = {
  // For `parseInert` alone, whose document has no window: nothing in it runs or loads.
  createHTML: (text) => text,
  createScriptURL(address) {
    if (new URL(address, location.href).origin === location.origin) return address;
    throw new TypeError('Only scripts of the extension itself are run');
  },
};

let made: Policy | undefined;

/** The policy itself, for a library that asks for one. A document may make one of a name only once. */
export function textPolicy(): Policy {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  made ??= trustedTypes?.createPolicy(policyName, rules) ?? rules;
  return made;
}

/** HTML or a drawing as a document in which nothing runs and nothing is loaded; to be read, never to be shown. */
export function parseInert(
  text: string,
  type: 'text/html' | 'image/svg+xml' = 'text/html',
): Document {
  return new DOMParser().parseFromString(textPolicy().createHTML(text), type);
}

/** The address of a script of ours, for a worker. Throws for any other. */
export function ownScript(address: string): string {
  return textPolicy().createScriptURL(address);
}
