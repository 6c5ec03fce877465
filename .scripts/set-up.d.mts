import type { Tool } from './tools.mjs';

/** The project's folder. */
export const root: string;
/** Runs a program in the project's folder; true if it went well. */
export function run(
  command: string,
  args: string[],
  options?: { output?: 'all' | 'none' | 'failure'; env?: Record<string, string> },
): boolean;
/** Runs `npm ci` if the packages are missing or older than the lock file. */
export function installPackages(): boolean;
/**
 * Installs what can be installed, prints what could not, and returns the tools that are still
 * missing.
 */
export function installTools(tools: Tool[]): Tool[];
/** What the tests with real keys need on this system. */
export const keyTools: Tool[];
