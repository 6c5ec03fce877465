export type Tool = 'chromium' | 'firefox' | 'hugo' | 'xvfb' | 'xdotool' | 'pandoc' | 'jekyll';
/**
 * Returns the full path of a tool, or undefined; CHROMIUM, FIREFOX, HUGO, XVFB, XDOTOOL, PANDOC and
 * JEKYLL override it.
 */
export function findTool(tool: Tool): string | undefined;
export function findBrowser(browser: 'chromium' | 'firefox'): string | undefined;
export function onPath(name: string): string | undefined;
export function hugoVersion(path: string): number[];
export function hasDisplay(): boolean;
export const isRoot: boolean;
