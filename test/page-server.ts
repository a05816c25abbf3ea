/**
 * Pages for a browser, from this machine to itself.
 * In: files by name, programs by name. Out: an address, what was asked for, and a way to close.
 *
 * `/isolated` and `/plain` are the same page; only the former may share memory between its threads. A program comes as
 * `/<name>.json`, whose lists are places in `/<name>.bin`.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Program } from '../src/program/program.ts';

export interface PageServer {
  readonly address: string;
  /** Paths in the order they were asked for. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

const PAGE =
  '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>';

const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** Lists begin at multiples of this many bytes, as the widest of them must. */
const WIDEST = 8;

interface Sendable {
  readonly json: string;
  readonly bytes: Buffer;
}

function sendable(program: Program): Sendable {
  const parts: Buffer[] = [];
  let end = 0;
  const json = JSON.stringify(program, (_, value) => {
    if (!ArrayBuffer.isView(value)) return value;
    const list = value as Float64Array | Int32Array | Uint8Array;
    const bytes = Buffer.alloc(Math.ceil(list.byteLength / WIDEST) * WIDEST);
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength));
    parts.push(bytes);
    const at = end;
    end += bytes.length;
    return { list: list.constructor.name, at, length: list.length };
  });
  return { json, bytes: Buffer.concat(parts) };
}

export async function servePages(
  scripts: Readonly<Record<string, string>>,
  programs: Readonly<Record<string, Program>>,
): Promise<PageServer> {
  const things = new Map<string, readonly [type: string, body: string | Buffer]>([
    ['/plain', ['text/html', PAGE]],
  ]);
  things.set('/isolated', ['text/html', PAGE]);
  for (const [name, text] of Object.entries(scripts)) things.set(`/${name}`, ['text/javascript', text]);
  for (const [name, program] of Object.entries(programs)) {
    const { json, bytes } = sendable(program);
    things.set(`/${name}.json`, ['application/json', json]);
    things.set(`/${name}.bin`, ['application/octet-stream', bytes]);
  }
  const asked: string[] = [];
  const answer = (path: string, response: ServerResponse): void => {
    asked.push(path);
    const [type, body] = things.get(path) ?? ['text/plain', 'There is nothing here.\n'];
    const headers = path === '/plain' ? {} : ISOLATED;
    response.writeHead(things.has(path) ? 200 : 404, { 'content-type': type, ...headers }).end(body);
  };
  const server = createServer((request, response) => answer(request.url ?? '/', response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
