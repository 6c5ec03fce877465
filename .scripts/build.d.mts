/** Builds the extension into `.output`; true where it went well. */
export function build(browser: 'chrome' | 'firefox', command?: 'build' | 'zip'): boolean;
