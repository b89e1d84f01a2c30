import type { RequestOptions } from 'node:https';
import { ExecPlugin, pluginUser } from '../../../lib/exercises/cluster/exec-plugin';

const LIMITS = { timeout: 2_000, maxBuffer: 10_000 };

/** A user whose plugin is a script of Node. */
const userOf = (script: string, more: object = {}) =>
  pluginUser({ name: 'ann', exec: { command: process.execPath, args: ['-e', script], ...more } });

async function logIn(user: ReturnType<typeof userOf>, limits = LIMITS, signal?: AbortSignal): Promise<RequestOptions> {
  const options: RequestOptions = { headers: { accept: '*/*' }, signal };
  await new ExecPlugin(limits).applyAuthentication(user, options);
  return options;
}

const print = (status: object) => `console.log(${JSON.stringify(JSON.stringify({ status }))})`;

test('a token becomes a header, beside the others', async () => {
  expect((await logIn(userOf(print({ token: 't' })))).headers).toEqual({ accept: '*/*', Authorization: 'Bearer t' });
});

test('a certificate is used', async () => {
  const options = await logIn(userOf(print({ clientCertificateData: 'c', clientKeyData: 'k' })));
  expect(options).toMatchObject({ cert: 'c', key: 'k', headers: { accept: '*/*' } });
});

test('a plugin gets its variables, and is told that it is not interactive', async () => {
  const script =
    'process.stdin.resume().on("end", () => console.log(JSON.stringify({ status: { token: [process.env.A, process.env.KUBERNETES_EXEC_INFO].join() } })))';
  const user = userOf(script, { apiVersion: 'v1', env: [{ name: 'A', value: 'a' }] });
  expect((await logIn(user)).headers).toMatchObject({
    Authorization: 'Bearer a,{"apiVersion":"v1","kind":"ExecCredential","spec":{"interactive":false}}',
  });
});

test.each([
  ['that has not expired is used again', { expirationTimestamp: '2999-01-01T00:00:00Z' }, true],
  ['without an expiry is used again', {}, true],
  ['that has expired is not', { expirationTimestamp: '2001-01-01T00:00:00Z' }, false],
])('a credential %s', async (_, status, isSame) => {
  const script = `console.log(JSON.stringify({ status: { token: String(process.pid), ...${JSON.stringify(status)} } }))`;
  const plugin = new ExecPlugin(LIMITS);
  const tokens: unknown[] = [];
  for (let time = 0; time < 2; time++) {
    const options: RequestOptions = {};
    await plugin.applyAuthentication(userOf(script), options);
    tokens.push(options.headers);
  }
  expect(JSON.stringify(tokens[0]) === JSON.stringify(tokens[1])).toBe(isSame);
});

test.each<[string, ReturnType<typeof userOf>, RegExp]>([
  [
    'is not there',
    userOf('', { command: 'no-such-plugin' }),
    /no-such-plugin of user ann: there is no such program, exp/,
  ],
  [
    'is not there, with a hint',
    userOf('', { command: 'no-such-plugin', installHint: 'Install\n\u001b[31mit' }),
    /Fix: install it: Install \[31mit\.$/,
  ],
  [
    'fails',
    userOf('console.error("\\u001b[31mno\\nway".padEnd(999, "x")); process.exit(7)'),
    /: exit code 7: \[31mno wayx{250,300}…, expected/,
  ],
  ['is killed', userOf('process.kill(process.pid, "SIGTERM")'), /: exit code SIGTERM: , expected/],
  [
    'prints something else',
    userOf('console.log("secret")'),
    /: it printed no ExecCredential with a token or a certificate, exp/,
  ],
  ['prints no credential', userOf(print({})), /: it printed no ExecCredential with a token or a certificate, exp/],
  ['prints too much', userOf('console.log("secret".repeat(1e5))'), /: it printed too much, expected/],
])('a plugin that %s is an error', async (_, user, expected) => {
  const failing = logIn(user);
  await expect(failing).rejects.toThrow(expected);
  await expect(failing).rejects.toThrow(/^LLMD-CLUSTER-LOGIN at kubeconfig: got the login program (?!.*secret)/);
});

test('a plugin that never ends is killed at the limit, and at an abort', async () => {
  const user = userOf('setInterval(() => undefined, 9)');
  await expect(logIn(user, { ...LIMITS, timeout: 200 })).rejects.toThrow(': no end within 0.2 s, expected');
  const end = new AbortController();
  setTimeout(() => end.abort(new Error('interrupted')), 100);
  const start = performance.now();
  await expect(logIn(user, LIMITS, end.signal)).rejects.toThrow('interrupted');
  expect(performance.now() - start).toBeLessThan(1000);
});

test('users without a plugin stay as they are', () => {
  const user = { name: 'bob', token: 't' };
  expect(pluginUser(user)).toBe(user);
});
