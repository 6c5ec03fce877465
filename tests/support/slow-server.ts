import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What an address answers: `silent`: nothing, ever; `half`: this much of a page, and then nothing
 * more, while the connection stays open; a string: that page.
 */
export type SlowReply = 'silent' | { half: string } | string;

export interface SlowServer {
  /** The address of `path` under a host of this machine; each name is a site of its own. */
  url(path: string, host?: string): string;
  add(path: string, reply: SlowReply): void;
  close(): Promise<void>;
}

/**
 * A real server on this machine, for what request interception cannot do: to stall, and to send half
 * a page. Browsers resolve `*.localhost` to this machine without asking anybody.
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
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  if (typeof reply === 'string') response.end(reply);
  else response.write(reply.half);
}
