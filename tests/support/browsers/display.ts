import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { findTool } from '../../../.scripts/tools.mjs';

/** Returns whether this machine has a virtual display, and can press keys on it. */
export const hasKeys = () => findTool('xvfb') !== undefined && findTool('xdotool') !== undefined;

/**
 * A separate display, on which real keys are pressed: they reach the browser like a keyboard's,
 * before any page and after it, which no driver's keys do.
 */
export class Display {
  readonly name: string;
  readonly #server: ChildProcess;

  private constructor(server: ChildProcess, name: string) {
    this.#server = server;
    this.name = name;
  }

  static async start(): Promise<Display> {
    // It takes a free number, and prints it.
    const server = spawn(
      findTool('xvfb') ?? 'Xvfb',
      ['-displayfd', '1', '-screen', '0', '1300x1000x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const said = await new Promise<string>((resolve, reject) => {
      createInterface(server.stdout).once('line', resolve);
      server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    });
    return new Display(server, `:${said.trim()}`);
  }

  /** The environment of a program that shows its windows here. */
  get environment(): Record<string, string | undefined> {
    return {
      ...process.env,
      DISPLAY: this.name,
      WAYLAND_DISPLAY: undefined,
      MOZ_ENABLE_WAYLAND: '0',
    };
  }

  /** Presses keys together, written as in a manifest: `Alt+Shift+Q`. */
  async press(keys: string): Promise<void> {
    await this.#xdotool(
      'key',
      keys
        .split('+')
        .map((key) => keyNames[key] ?? key.toLowerCase())
        .join('+'),
    );
  }

  /** Clicks on a point of the screen, which focuses what is there. */
  async click(x: number, y: number): Promise<void> {
    await this.#xdotool('mousemove', `${x}`, `${y}`, 'click', '1');
  }

  stop(): void {
    this.#server.kill();
  }

  async #xdotool(...args: string[]): Promise<void> {
    await promisify(execFile)(findTool('xdotool') ?? 'xdotool', args, { env: this.environment });
  }
}

/** Names in the manifest that X writes differently. */
const keyNames: Record<string, string> = {
  ...{ Period: 'period', Comma: 'comma', '?': 'question', '/': 'slash' },
  ...{ ArrowUp: 'Up', ArrowDown: 'Down', PageUp: 'Prior', PageDown: 'Next' },
  ...{ Home: 'Home', End: 'End', Enter: 'Return', Escape: 'Escape', Delete: 'Delete' },
};
