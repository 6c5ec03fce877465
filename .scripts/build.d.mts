/** Builds the extension into `.output`; true where it went well. */
export function build(browser: 'chrome' | 'firefox'): boolean;
