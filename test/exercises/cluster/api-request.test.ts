import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ask, itemsOf, parsedAnswer } from '../../../lib/exercises/cluster/api-request';

const LIMITS = { deadline: 1000, bytes: 1024 };

/** Asks a server that answers as a test says. */
async function asked(listener: RequestListener, signal?: AbortSignal, host = '127.0.0.1'): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const url = new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}/prefix/`);
  try {
    return await ask('test', url, {}, { method: 'GET', path: '/version', signal }, LIMITS);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

test('an answer is returned, below the path of the server', async () => {
  expect(await asked((request, response) => response.end(request.url))).toBe('/prefix/version');
});

test('a server with an IPv6 address', async () => {
  expect(await asked((request, response) => response.end(request.headers.host), undefined, '::1')).toMatch(/^\[::1\]:/);
});

test.each<[string, RequestListener, RegExp]>([
  ['that never comes', () => undefined, /^LLMD-CLUSTER at test: got no whole answer within 1 s for GET .version/],
  [
    'a byte at a time',
    (_, response) => {
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    },
    /^LLMD-CLUSTER at test: got no whole answer within 1 s/,
  ],
  [
    'without an end',
    (_, response) => {
      const more = () => response.write('x'.repeat(600), more);
      more();
    },
    /^LLMD-CLUSTER at test: got more than .* MiB for GET/,
  ],
  ['that breaks off', (_, response) => void response.socket!.destroy(), /^LLMD-CLUSTER at test: got socket hang up/],
  [
    'that is a redirect',
    (_, response) => response.writeHead(302, { location: 'https://login.example/' }).end(),
    /^LLMD-CLUSTER-ANSWER at test: got 302, a redirect to https:..login.example. for GET .version/,
  ],
  [
    'with a page as its error',
    (_, response) => response.writeHead(502).end(`<html>\n\u001b[31m${'x'.repeat(5e2)}`),
    /^LLMD-CLUSTER-ANSWER at test: got 502 for GET .version: <html> \[31mx{200,300}…/,
  ],
])('an answer %s is an error', async (_, listener, expected) => {
  await expect(asked(listener)).rejects.toThrow(expected);
});

test('an abort ends a request at once, with its reason', async () => {
  const reason = new Error('interrupted');
  const start = performance.now();
  const end = new AbortController();
  setTimeout(() => end.abort(reason), 20);
  await expect(asked(() => undefined, end.signal)).rejects.toBe(reason);
  expect(performance.now() - start).toBeLessThan(900);
});

test.each([
  ['', 'an empty answer'],
  ['<!doctype html>\n<title>', '<!doctype html> <title>'],
  ['{"kind":', '{"kind":'],
  ['null', 'null'],
  ['[]', '[]'],
])('%j is no object', (text, got) => {
  expect(() => parsedAnswer('test', 'GET /version', text)).toThrow(`LLMD-CLUSTER-ANSWER at test: got ${got} for GET`);
});

test.each([
  [{ items: null }, []],
  [{}, []],
  [{ items: [{ metadata: { name: 'a' } }] }, [{ metadata: { name: 'a' } }]],
])('the items of %j are %j', (list, items) => {
  expect(itemsOf('test', 'GET /pods', list)).toEqual(items);
});

test.each([[{ items: 'x' }], [{ items: [null] }], [{ items: [{ metadata: {} }] }]])('%j is no list', (list) => {
  expect(() => itemsOf('test', 'GET /pods', list)).toThrow('got no proper items?[].metadata.name in {"items"');
});

test('a field that is null is missing, as in Go; an item of a list stays', () => {
  const text = '{"spec": null, "metadata": {"labels": null}, "list": [null]}';
  expect(parsedAnswer('test', 'GET /a', text)).toStrictEqual({ metadata: {}, list: [null] });
  expect(() => parsedAnswer('test', 'GET /a', text, ['metadata', 'spec'])).toThrow(
    'LLMD-CLUSTER-ANSWER at test: got no proper spec in {"metadata":{},"list":[null]} for GET /a, expected',
  );
});
