import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = join(root, 'tests', 'fixtures');
/**
 * It is fixed, so the pages keep their addresses, which are the clips' sources, from one start to
 * the next.
 */
const port = 4729;
/** Browsers know that this host is local, and treat the pages as secure. */
const host = `tidepool.localhost:${port}`;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webm': 'video/webm',
};

/** Paths and their files; any other address does not exist. */
const files: Record<string, string> = {
  '/': join(fixtures, 'start', 'index.html'),
  '/notes/gauges': join(fixtures, 'start', 'article.html'),
  '/meetups/12': join(fixtures, 'start', 'event.html'),
  '/talks/rings': join(fixtures, 'start', 'talk.html'),
  '/start.css': join(fixtures, 'start', 'start.css'),
  '/gauge.svg': join(fixtures, 'start', 'gauge.svg'),
  '/icon.svg': join(root, 'public', 'icon', 'icon.svg'),
  '/tokens.css': join(root, 'components', 'ui', 'tokens.css'),
  '/talk.webm': join(fixtures, 'media', 'talk.webm'),
};

/**
 * Serves the pages for trying Wrapup, only on this machine, and returns the start page's address.
 * `words` replace their names in double braces there; they are read at each request.
 */
export async function servePages(words: Record<string, string>): Promise<string> {
  const server = createServer((request, response) => {
    const file = files[new URL(request.url ?? '/', `http://${host}`).pathname];
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    const type = types[extname(file)] ?? '';
    const raw = readFileSync(file);
    const body =
      extname(file) === '.html'
        ? Buffer.from(raw.toString().replace(/\{\{(\w+)\}\}/g, (_, name) => words[name] ?? ''))
        : raw;
    // A recording can only be seeked if its server sends parts of it.
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    const first = Number(from ?? 0);
    const last = Math.min(to ? Number(to) : body.length - 1, body.length - 1);
    const part = body.subarray(first, last + 1);
    response
      .writeHead(from === undefined ? 200 : 206, {
        'content-type': type,
        'content-length': part.length,
        'accept-ranges': 'bytes',
        ...(from === undefined ? {} : { 'content-range': `bytes ${first}-${last}/${body.length}` }),
      })
      .end(part);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken ? new Error(`Port ${port} is taken: Wrapup may have been started already.`) : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return `http://${host}/`;
}
