import { Agent, request } from 'node:https';
import { setTimeout } from 'node:timers/promises';
import { kubectl } from './kubectl';

/*
 * Asks an API server whether it accepts objects, by the thousand: kubectl would take a second for each. The server makes
 * them in a dry run with strict field validation, so that nothing is stored and unknown fields are refused.
 */

/** The server's verdict on an object. */
export interface Verdict {
  /** Undefined where the server failed: some definitions make it panic. */
  readonly accepted?: boolean;
  /** The reason of a refusal. */
  readonly message: string;
}

interface Answer {
  readonly status: number;
  readonly body: any;
}

const IN_PARALLEL = 8;
const ATTEMPTS = 3;

const REFUSALS = [400, 403, 404, 409, 413, 422];
/** Stands for a connection that the server closed without an answer. */
const BROKEN = 0;

export class Oracle {
  private readonly kinds = new Map<string, Promise<readonly any[]>>();

  private constructor(
    private readonly server: string,
    private readonly agent: Agent,
    private readonly headers: { readonly [name: string]: string },
  ) {}

  /** Connects as kubectl would. Plugins that fetch credentials are not run; certificates and tokens are enough for tests. */
  static async connect(): Promise<Oracle> {
    const config = JSON.parse(await kubectl(['config', 'view', '--raw', '--flatten', '--minify', '-o', 'json']));
    const [{ cluster }] = config.clusters;
    const [{ user }] = config.users;
    const agent = new Agent({
      keepAlive: true,
      maxSockets: IN_PARALLEL,
      ca: decoded(cluster['certificate-authority-data']),
      rejectUnauthorized: cluster['insecure-skip-tls-verify'] !== true,
      cert: decoded(user['client-certificate-data']),
      key: decoded(user['client-key-data']),
    });
    const headers = {
      'content-type': 'application/json',
      ...(user.token && { authorization: `Bearer ${user.token}` }),
    };
    return new Oracle(cluster.server, agent, headers);
  }

  close(): void {
    this.agent.destroy();
  }

  /** The document of a path such as `/openapi/v3/apis/apps/v1`. */
  async get(path: string): Promise<any> {
    const { status, body } = await this.send('GET', path);
    if (status !== 200) throw new Error(`GET ${path} ended with ${status}: ${body?.message}`);
    return body;
  }

  /** The verdicts on objects, in their order. */
  async ask(objects: readonly any[], progress: (done: number) => void = () => undefined): Promise<Verdict[]> {
    const verdicts: Verdict[] = [];
    let next = 0;
    let done = 0;
    const worker = async () => {
      for (let index = next++; index < objects.length; index = next++) {
        verdicts[index] = await this.verdict(objects[index]);
        progress(++done);
      }
    };
    await Promise.all(Array.from({ length: IN_PARALLEL }, worker));
    return verdicts;
  }

  private async verdict(object: any): Promise<Verdict> {
    const { status, body } = await this.send('POST', await this.collection(object), object);
    const message: string = body?.message ?? '';
    if (status === 201 || isBeyondValidation(status, body)) return { accepted: true, message };
    if (REFUSALS.includes(status)) return { accepted: false, message };
    if (status === BROKEN || status >= 500) return { message };
    throw new Error(`the API server did not judge ${object?.kind}: ${status} ${message}`);
  }

  /** Where objects of a kind are made. A namespace that is no name is not part of the path, but still of the object. */
  private async collection({ apiVersion, kind, metadata }: any): Promise<string> {
    const base = `${apiVersion.includes('/') ? '/apis' : '/api'}/${apiVersion}`;
    if (!this.kinds.has(base))
      this.kinds.set(
        base,
        this.get(base).then(({ resources }) => resources),
      );
    const resource = (await this.kinds.get(base)!).find(({ name, kind: its }) => its === kind && !name.includes('/'));
    if (resource === undefined) throw new Error(`the API server has no kind ${apiVersion} ${kind}`);
    const namespace = typeof metadata?.namespace === 'string' ? metadata.namespace : '';
    const scope = resource.namespaced ? `/namespaces/${NAME.test(namespace) ? namespace : 'default'}` : '';
    return `${base}${scope}/${resource.name}?dryRun=All&fieldValidation=Strict`;
  }

  /** A server that is busy with large definitions drops connections; one that panics does so every time. */
  private async send(method: string, path: string, body?: unknown): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.sendOnce(method, path, body);
      } catch (error) {
        if (attempt === ATTEMPTS && method === 'GET') throw error;
        if (attempt === ATTEMPTS) return { status: BROKEN, body: { message: (error as Error).message } };
        await setTimeout(attempt * 500);
      }
    }
  }

  private sendOnce(method: string, path: string, body?: unknown): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { agent, headers } = this;
      const call = request(this.server + path, { method, agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, body: parsed(text) });
        });
      });
      call.on('error', reject);
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** Validation comes first; only then the server sees that an object exists. */
function isBeyondValidation(status: number, body: any): boolean {
  return status === 409 && body?.reason === 'AlreadyExists';
}

function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text };
  }
}

function decoded(base64: string | undefined): Buffer | undefined {
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64');
}
