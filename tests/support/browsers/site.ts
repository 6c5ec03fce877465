import type { HTTPRequest, Page } from 'puppeteer-core';

/** What an address returns: a page's HTML, or anything else with its type. */
export type Reply =
  | string
  | {
      status?: number;
      type?: string;
      body: string | Uint8Array;
      headers?: Record<string, string>;
    };

/**
 * The web of a test: addresses and their answers. Pages are served under their real https addresses
 * by request interception, so `location`, relative links and secure contexts are as on the real
 * site, and nothing reaches the network. An address that was not added is a 404 and a miss.
 */
export class Site {
  readonly #replies = new Map<string, Reply>();
  readonly misses: string[] = [];

  add(url: string, reply: Reply): this {
    this.#replies.set(withoutFragment(url), reply);
    return this;
  }

  addAll(pages: Record<string, Reply>): this {
    for (const [url, reply] of Object.entries(pages)) this.add(url, reply);
    return this;
  }

  answer(url: string): Required<Exclude<Reply, string>> {
    const reply = this.#replies.get(withoutFragment(url));
    if (reply === undefined) {
      if (!url.endsWith('/favicon.ico')) this.misses.push(url);
      return { status: 404, type: 'text/html', body: '<title>Not found</title>', headers: {} };
    }
    const {
      status = 200,
      type = 'text/html; charset=utf-8',
      body,
      headers = {},
    } = typeof reply === 'string' ? { body: reply } : reply;
    return { status, type, body, headers };
  }

  /** Serves every request of `page` and its frames. */
  async attach(page: Page): Promise<void> {
    await page.setRequestInterception(true);
    page.on('request', (request: HTTPRequest) => {
      const url = request.url();
      if (!/^https?:/.test(url) || isOnThisMachine(url)) {
        void request.continue().catch(ignoreGonePage);
        return;
      }
      const { status, type, body, headers } = partOf(this.answer(url), request.headers().range);
      void request.respond({ status, contentType: type, body, headers }).catch(ignoreGonePage);
    });
  }
}

/** A `SlowServer` answers there. */
function isOnThisMachine(url: string): boolean {
  return URL.parse(url)?.hostname.endsWith('.localhost') === true;
}

/** Returns the bytes that a player requests, without which it can't seek. RFC 9110, section 14. */
function partOf(
  reply: Required<Exclude<Reply, string>>,
  range: string | undefined,
): Required<Exclude<Reply, string>> {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined || reply.status !== 200) return reply;
  const bytes = Buffer.from(reply.body);
  const last = Math.min(to ? Number(to) : bytes.length - 1, bytes.length - 1);
  return {
    ...reply,
    status: 206,
    body: bytes.subarray(Number(from), last + 1),
    headers: {
      ...reply.headers,
      'accept-ranges': 'bytes',
      'content-range': `bytes ${from}-${last}/${bytes.length}`,
    },
  };
}

/** A page may be closed while it still loads. */
function ignoreGonePage(): void {}

function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  const bare = at < 0 ? url : url.slice(0, at);
  return URL.canParse(bare) ? new URL(bare).href : bare;
}
