import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What an address answers: `silent`: nothing, ever; `half`: this much of a page, and then nothing
 * more, while the connection stays open; `drip`: this, and then a byte now and then, forever;
 * `type` and `body`: that, once `when` has resolved; a string: that page.
 */
export type SlowReply =
  | 'silent'
  | { half: string }
  | { type: string; drip: Buffer }
  | { type: string; body: Buffer; when: Promise<void> }
  | string;

/** The pause between two bytes of `drip`. */
const dripMs = 200;

export interface SlowServer {
  /** Returns the address of `path` under a local host; each name is a separate site. */
  url(path: string, host?: string): string;
  add(path: string, reply: SlowReply): void;
  close(): Promise<void>;
}

/**
 * Starts a real server on this machine, for what request interception can't do: stall, and send
 * half a page. Browsers resolve `*.localhost` to this machine without a look-up.
 */
export async function startSlowServer(): Promise<SlowServer> {
  const replies = new Map<string, SlowReply>();
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    open.add(response);
    response.on('close', () => open.delete(response));
    answer(response, replies.get(request.url ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path, host = 'slow') => `http://${host}.localhost:${port}${path}`,
    add: (path, reply) => void replies.set(path, reply),
    async close() {
      for (const response of open) response.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: ServerResponse, reply: SlowReply | undefined): void {
  if (reply === 'silent') return;
  if (reply === undefined) {
    response.writeHead(404).end();
    return;
  }
  if (typeof reply !== 'string' && 'type' in reply) {
    answerBytes(response, reply);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  if (typeof reply === 'string') response.end(reply);
  else response.write(reply.half);
}

function answerBytes(response: ServerResponse, reply: Extract<SlowReply, { type: string }>): void {
  const headers = { 'content-type': reply.type, 'cache-control': 'no-store' };
  if ('body' in reply) {
    void reply.when.then(() => response.writeHead(200, headers).end(reply.body));
    return;
  }
  response.writeHead(200, headers).write(reply.drip);
  const timer = setInterval(() => response.write(Buffer.of(0)), dripMs);
  response.on('close', () => clearInterval(timer));
}
