import { execFile, type ExecFileException } from 'node:child_process';
import type { RequestOptions } from 'node:https';
import { LlmdError } from '../../errors';
import { firstLine } from '../../text/first-line';
import type { KubeUser } from './kubernetes-client';

/** Milliseconds that a plugin may take, which may ask a cloud, and bytes of what it prints. */
const LIMITS = { timeout: 30_000, maxBuffer: 2 ** 20 };

/** Milliseconds for which a credential without an expiry is used. */
const LIFE = 60_000;

/** The name under which the client finds this authenticator and not its own, which has no limits. */
const PROVIDER = 'exec-plugin';

/** The `exec` of a user in a kubeconfig. */
interface Exec {
  readonly apiVersion?: string;
  readonly command?: string;
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly installHint?: string;
}

interface Credential {
  readonly token?: string;
  readonly clientCertificateData?: string;
  readonly clientKeyData?: string;
  readonly expirationTimestamp?: string;
}

/** A user whose plugin is run by `ExecPlugin`; any other user unchanged. */
export function pluginUser(user: KubeUser): KubeUser {
  const exec: unknown = user.exec;
  return exec ? { ...user, exec: undefined, authProvider: { name: PROVIDER, config: { plugin: exec } } } : user;
}

/** Logs in with what a program prints, such as that of a cloud. See kubernetes.io, "client-go credential plugins". */
export class ExecPlugin {
  private readonly known = new Map<string, { readonly credential: Promise<Credential>; until: number }>();

  constructor(private readonly limits = LIMITS) {}

  isAuthProvider({ authProvider }: KubeUser): boolean {
    return authProvider?.name === PROVIDER;
  }

  async applyAuthentication({ name, authProvider }: KubeUser, options: RequestOptions): Promise<void> {
    const { token, clientCertificateData, clientKeyData } = await this.credentialOf(
      name,
      authProvider.config.plugin as Exec,
      options.signal,
    );
    if (clientCertificateData !== undefined) options.cert = clientCertificateData;
    if (clientKeyData !== undefined) options.key = clientKeyData;
    if (token !== undefined) options.headers = { ...options.headers, Authorization: `Bearer ${token}` };
  }

  private async credentialOf(user: string, exec: Exec, signal?: AbortSignal): Promise<Credential> {
    const known = this.known.get(user);
    if (known !== undefined && known.until > Date.now()) return known.credential;
    const asked = { credential: run(user, exec, this.limits, signal), until: Infinity };
    this.known.set(user, asked);
    try {
      const credential = await asked.credential;
      asked.until = Date.parse(credential.expirationTimestamp ?? '') || Date.now() + LIFE;
      return credential;
    } catch (error) {
      this.known.delete(user);
      throw error;
    }
  }
}

function run(user: string, exec: Exec, limits: typeof LIMITS, signal?: AbortSignal): Promise<Credential> {
  const { apiVersion, command = '', args = [], env = [] } = exec;
  const info = JSON.stringify({ apiVersion, kind: 'ExecCredential', spec: { interactive: false } });
  const own = Object.fromEntries(env.map(({ name, value }) => [name, value]));
  const options = {
    ...limits,
    signal,
    killSignal: 'SIGKILL' as const,
    env: { ...process.env, KUBERNETES_EXEC_INFO: info, ...own },
  };
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(loginError(user, exec, reason));
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      if (error !== null) return fail(reasonOf(error, stderr, limits));
      const credential = credentialIn(stdout);
      if (credential === undefined) return fail('it printed no ExecCredential with a token or a certificate');
      resolve(credential);
    });
    // A plugin that would ask for a password gets no answer.
    child.stdin?.on('error', () => undefined).end();
  });
}

function reasonOf(error: ExecFileException, stderr: string, { timeout }: typeof LIMITS): string {
  if (typeof error.code === 'string') return REASONS[error.code] ?? error.code;
  if (error.killed) return `no end within ${timeout / 1000} s`;
  return `exit code ${error.code ?? error.signal}: ${firstLine(stderr.trim())}`;
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'there is no such program',
  EACCES: 'it may not be run',
  ERR_CHILD_PROCESS_STDIO_MAXBUFFER: 'it printed too much',
};

/** What a plugin printed is never shown: it holds the credential. */
function credentialIn(stdout: string): Credential | undefined {
  try {
    const { status } = JSON.parse(stdout) as { status?: Credential };
    const isUsable = typeof status?.token === 'string' || typeof status?.clientCertificateData === 'string';
    return isUsable ? status : undefined;
  } catch {
    return undefined;
  }
}

function loginError(user: string, { command = 'nothing', installHint }: Exec, reason: string): LlmdError {
  return new LlmdError('kubeconfig', {
    code: 'LLMD-CLUSTER-LOGIN',
    got: `the login program ${firstLine(command)} of user ${firstLine(user)}: ${reason}`,
    expected: 'a program that prints a credential',
    remedy:
      installHint === undefined
        ? 'log in again, as `kubectl get pods` would ask for'
        : `install it: ${firstLine(installHint.trim())}`,
  });
}
