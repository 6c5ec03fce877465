import type { Browser, Page } from 'puppeteer-core';

interface BidiConnection {
  send(method: string, params: object): Promise<{ result: Record<string, unknown> }>;
  emit(event: string, params: object): void;
}

interface Context {
  context: string;
}

/**
 * Firefox's own window, over WebDriver BiDi's chrome scope (needs `-remote-allow-system-access`):
 * the only way to reach its toolbar, menus and clipboard without a screen.
 */
export class FirefoxChrome {
  readonly #connection: BidiConnection;
  #window = '';

  constructor(browser: Browser) {
    // Puppeteer's types (25.16) do not have it, and there is no other way to a raw BiDi command.
    this.#connection = (browser as unknown as { connection: BidiConnection }).connection;
  }

  async send<T>(method: string, params: object): Promise<T> {
    return (await this.#connection.send(method, params)).result as T;
  }

  /** Tells Puppeteer about a context that Firefox does not announce. */
  announce(
    event: 'browsingContext.contextCreated' | 'browsingContext.contextDestroyed',
    info: object,
  ): void {
    this.#connection.emit(event, info);
  }

  /**
   * Runs `code` (the body of an async function with `arg`) in the browser window, as Firefox's own
   * script.
   */
  async run<T>(code: string, arg: unknown = null): Promise<T> {
    if (this.#window === '') {
      const tree = await this.send<{ contexts: Context[] }>('browsingContext.getTree', {
        'moz:scope': 'chrome',
      });
      this.#window = tree.contexts[0]?.context ?? '';
    }
    return this.call<T>(this.#window, `async (json) => { const arg = JSON.parse(json); ${code} }`, [
      { type: 'string', value: JSON.stringify(arg) },
    ]);
  }

  /** Calls a function in a context; its value must be JSON. */
  async call<T>(
    context: string,
    declaration: string,
    args: object[],
    sandbox?: string,
  ): Promise<T> {
    const answer = await this.send<{
      type: string;
      exceptionDetails?: { text: string };
      result: { value: string };
    }>('script.callFunction', {
      functionDeclaration: `async (...args) => JSON.stringify((await (${declaration})(...args)) ?? null)`,
      arguments: args,
      target: { context, ...(sandbox ? { sandbox } : {}) },
      awaitPromise: true,
      userActivation: true,
    });
    if (answer.type === 'exception')
      throw new Error(`In Firefox's window: ${answer.exceptionDetails?.text}`);
    return JSON.parse(answer.result.value);
  }
}

/** Returns Puppeteer's name for a page's browsing context. */
export function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}
