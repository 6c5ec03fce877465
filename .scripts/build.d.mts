/** Builds the extension into `.output`; true if it went well. */
export function build(browser: 'chrome' | 'firefox', command?: 'build' | 'zip'): boolean;
