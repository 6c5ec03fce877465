/**
 * Makes the recordings that the tests play: `node tests/support/make-recordings.ts`. They have one
 * picture a second, each a key frame, so seeking is exact; VP8 as Chromium encodes it (WebCodecs).
 */
import { writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { isRoot } from '../../.scripts/tools.mjs';
import { requireBrowser } from './binaries.ts';

interface Size {
  width: number;
  height: number;
}
const usual: Size = { width: 320, height: 180 };

/** EBML: an id, a length of eight bytes, the content. https://www.rfc-editor.org/rfc/rfc8794 */
function element(id: number, ...content: Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  const head = [...bytesOf(id), 0x01, ...bytesOf(length, 7)];
  return join(Uint8Array.from(head), ...content);
}

function bytesOf(
  value: number,
  width = Math.max(1, Math.ceil(Math.log2(value + 1) / 8)),
): number[] {
  return Array.from(
    { length: width },
    (_, at) => Math.floor(value / 256 ** (width - 1 - at)) % 256,
  );
}

function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

const uint = (id: number, value: number) => element(id, Uint8Array.from(bytesOf(value)));
const text = (id: number, value: string) => element(id, new TextEncoder().encode(value));
const float = (id: number, value: number) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return element(id, new Uint8Array(view.buffer));
};

/** Writes a WebM with one frame per second. https://www.matroska.org/technical/elements.html */
function mux(frames: readonly Uint8Array[], size: Size): Uint8Array {
  const info = element(
    0x1549a966,
    uint(0x2ad7b1, 1_000_000),
    float(0x4489, frames.length * 1000),
    text(0x4d80, 'wrapup'),
    text(0x5741, 'wrapup'),
  );
  const video = element(0xe0, uint(0xb0, size.width), uint(0xba, size.height));
  const entry = [uint(0xd7, 1), uint(0x73c5, 1), uint(0x83, 1), text(0x86, 'V_VP8')];
  const tracks = element(0x1654ae6b, element(0xae, ...entry, uint(0x23e383, 1_000_000_000), video));
  const clusters = frames.map((frame, second) =>
    element(
      0x1f43b675,
      uint(0xe7, second * 1000),
      element(0xa3, join(Uint8Array.from([0x81, 0, 0, 0x80]), frame)),
    ),
  );
  const cuesAfter = (cuesLength: number) => {
    let at = info.length + tracks.length + cuesLength;
    return element(
      0x1c53bb6b,
      ...clusters.map((cluster, second) => {
        const position = element(
          0xb7,
          uint(0xf7, 1),
          element(0xf1, Uint8Array.from(bytesOf(at, 4))),
        );
        at += cluster.length;
        return element(0xbb, element(0xb3, Uint8Array.from(bytesOf(second * 1000, 4))), position);
      }),
    );
  };
  const cues = cuesAfter(cuesAfter(0).length);
  const header = element(
    0x1a45dfa3,
    uint(0x4286, 1),
    uint(0x42f7, 1),
    uint(0x42f2, 4),
    uint(0x42f3, 8),
    text(0x4282, 'webm'),
    uint(0x4287, 2),
    uint(0x4285, 2),
  );
  return join(header, element(0x18538067, info, tracks, cues, ...clusters));
}

/**
 * Runs in Chromium: makes `seconds` pictures, each with a bar that identifies it, or black ones.
 */
async function encode(seconds: number, black: boolean, width: number, height: number) {
  const frames: string[] = [];
  const encoder = new VideoEncoder({
    output(chunk) {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      frames.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
    },
    error(thrown) {
      throw thrown;
    },
  });
  encoder.configure({ codec: 'vp8', width, height, bitrate: 100_000 });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  for (let second = 0; second < seconds; second++) {
    context.fillStyle = black ? '#000' : '#1c2f70';
    context.fillRect(0, 0, width, height);
    if (!black) {
      context.fillStyle = '#f0c020';
      context.fillRect(0, 0, Math.round((width * (second + 1)) / seconds), height / 2);
    }
    const frame = new VideoFrame(canvas, { timestamp: second * 1_000_000 });
    encoder.encode(frame, { keyFrame: true });
    frame.close();
  }
  await encoder.flush();
  return frames;
}

const browser = await puppeteer.launch({
  executablePath: requireBrowser('chromium'),
  headless: true,
  args: isRoot ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
await page.goto('chrome://version');
for (const [name, seconds, black, size] of [
  ['talk', 90, false, usual],
  ['black', 4, true, usual],
  ['8k', 2, false, { width: 7680, height: 4320 }],
] as const) {
  const frames = await page.evaluate(encode, seconds, black, size.width, size.height);
  const parts = frames.map((frame) => Uint8Array.from(Buffer.from(frame, 'base64')));
  const webm = mux(parts, size);
  writeFileSync(new URL(`../fixtures/media/${name}.webm`, import.meta.url), webm);
  console.log(`${name}.webm: ${frames.length} frames, ${webm.length} bytes`);
}
await browser.close();
