import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { findTool } from '../../../.scripts/tools.mjs';

/** Whether this machine can show a window without a screen, and press keys on it. */
export const hasKeys = () => findTool('xvfb') !== undefined && findTool('xdotool') !== undefined;

/**
 * A display of its own, on which real keys are pressed: they reach the browser as a keyboard's do,
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
    // It takes a number that is free, and says which.
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

  /** Presses keys together, as a manifest writes them: `Alt+Shift+Q`. */
  async press(keys: string): Promise<void> {
    await this.#xdotool(
      'key',
      keys
        .split('+')
        .map((key) => keyNames[key] ?? key.toLowerCase())
        .join('+'),
    );
  }

  /** Clicks on a point of the screen, which gives the keyboard to what is there. */
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

/** Names of the manifest that X has others for. */
const keyNames: Record<string, string> = {
  ...{ Period: 'period', Comma: 'comma', '?': 'question', '/': 'slash' },
  ...{ ArrowUp: 'Up', ArrowDown: 'Down', PageUp: 'Prior', PageDown: 'Next' },
  ...{ Home: 'Home', End: 'End', Enter: 'Return', Escape: 'Escape', Delete: 'Delete' },
};
