import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Release } from '../../lib/catalogue/endpoint-picker/release';
import type { Handler, Paths } from './simulated-api-server';

const RELEASE = Release.GAIE_V1_5_0;
const NAMESPACE = 'llm';
const CORE = `/api/v1/namespaces/${NAMESPACE}`;
const APPS = `/apis/apps/v1/namespaces/${NAMESPACE}`;
const SCALE = `${APPS}/deployments/vllm/scale`;
const MODEL = 'facebook/opt-125m';
const CANARY = 'facebook/opt-125m-canary';
/** An alias for the model and the canary, with the weights 90 and 10. */
const ALIAS = 'chat';

const LEASES = `/apis/coordination.k8s.io/v1/namespaces/${NAMESPACE}/leases`;
const TEMPLATE = { metadata: { labels: { app: 'vllm' } }, spec: { containers: [{ name: 'vllm' }] } };

/** Faults and aliases of a simulated pool. Without any it has no fault and no alias. */
export interface Traits {
  /** Prompts with one prefix are spread over all pods. */
  readonly ignoresPrefixes?: boolean;
  /** Number of ready pods that the endpoint picker does not know. */
  readonly unknownPods?: number;
  /** Answers name a pod that does not exist. */
  readonly misnamesPods?: boolean;
  /** One of this many requests to the alias `chat` goes to the canary; by its weight it should be one of 10. */
  readonly canaryShare?: number;
  /** Number of completions that fail once the endpoint picker is restarted. */
  readonly lostWithPicker?: number;
  /** Replies to changes of the scale. */
  readonly scale?: Handler;
}

/** A simulated pool: an HTTP server that answers for all of its pods, and the replies of an API server about them. */
export class SimulatedPool {
  static async start(traits: Traits = {}): Promise<SimulatedPool> {
    const pool = new SimulatedPool(traits);
    await new Promise<void>((resolve) => pool.server.listen(0, '127.0.0.1', resolve));
    return pool;
  }

  replicas = 2;
  /** The Lease of the pool, while an exercise has it. */
  lease: { readonly metadata: object; readonly spec: object } | undefined;
  /** Annotations of the Deployment. One that was removed is null. */
  readonly annotations: { [key: string]: string | null } = {};
  /** Number of completions that were asked for. */
  completions = 0;
  /** Called after each completion. */
  onCompletion: () => void = () => undefined;
  private pickerRestarts = 0;
  /** Completions that are still to fail. */
  private lost = 0;
  private readonly answered = new Map<string, number>();
  private readonly decided = { [MODEL]: 0, [CANARY]: 0 };
  private readonly server: Server = createServer((request, response) => {
    void json(request).then((body) => {
      this.completions++;
      this.onCompletion();
      const { model, prompt, stream } = body as { model: string; prompt: string; stream?: boolean };
      if (this.lost-- > 0) return response.writeHead(500).end('no endpoint picker');
      const alike = prompt.startsWith('word') && this.traits.ignoresPrefixes !== true;
      const pod = this.names[alike ? 0 : this.completions % this.replicas];
      this.answered.set(pod, (this.answered.get(pod) ?? 0) + 1);
      const header = { 'x-inference-pod': this.traits.misnamesPods === true ? 'unknown-pod' : pod };
      response.writeHead(this.serves(model) ? 200 : 404, header).end(stream === true ? 'data: [DONE]\n' : '{}');
    });
  });

  private constructor(private readonly traits: Traits) {}

  /** Base URL of the completions. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Replies of a simulated API server that has this pool. */
  get paths(): Paths {
    const spec = {
      selector: { matchLabels: { app: 'vllm' } },
      targetPorts: [{ number: 8000 }],
      endpointPickerRef: { name: 'epp', port: { number: 9002 } },
    };
    const pools = { items: [{ metadata: { name: 'opt', namespace: NAMESPACE }, spec }] };
    const perPod = Array.from({ length: 3 }, (_, index) => `${CORE}/pods/vllm-${index}:8000/proxy`).flatMap(
      (proxy, index): [string, object | Handler][] => [
        [`${proxy}/v1/models`, { data: [{ id: MODEL }] }],
        [`${proxy}/metrics`, () => `vllm:request_success_total ${this.answered.get(`vllm-${index}`) ?? 0}\n`],
      ],
    );
    return {
      '/version': { gitVersion: 'v1.35.0' },
      '/apis/inference.networking.k8s.io/v1/inferencepools': pools,
      [`/apis/inference.networking.k8s.io/v1/namespaces/${NAMESPACE}/inferencepools`]: pools,
      [`${CORE}/services/epp`]: {
        metadata: { name: 'epp', namespace: NAMESPACE },
        spec: { selector: { app: 'epp' }, ports: [{ name: 'http-metrics', port: 9090, targetPort: 9090 }] },
      },
      [`${CORE}/pods`]: (_method, _body, query) => ({ items: this.pods(query.get('labelSelector')!) }),
      ...Object.fromEntries(
        [0, 1].map((index) => [`${CORE}/pods/epp-${index}:9090/proxy/metrics`, () => this.pickerMetrics]),
      ),
      ...Object.fromEntries(
        ['vllm', 'epp'].map((name) => [
          `${APPS}/replicasets/${name}`,
          { metadata: { ownerReferences: [{ kind: 'Deployment', name }] } },
        ]),
      ),
      [`${APPS}/deployments/epp`]: (method) => this.picker(method),
      [`${APPS}/deployments`]: { items: [{ metadata: { name: 'vllm' }, spec: { template: TEMPLATE } }] },
      [`${APPS}/statefulsets`]: { items: [] },
      [`${APPS}/deployments/vllm`]: (method, body) => {
        if (method === 'PATCH') Object.assign(this.annotations, JSON.parse(body).metadata?.annotations);
        const annotations = Object.fromEntries(Object.entries(this.annotations).filter(([, value]) => value !== null));
        return { metadata: { name: 'vllm', annotations }, spec: { template: TEMPLATE } };
      },
      [LEASES]: (_method, body) => {
        if (this.lease !== undefined) return 409;
        this.lease = JSON.parse(body);
        return this.lease!;
      },
      [`${LEASES}/cdk8s-llm-d-exercise-opt`]: (method, body) => this.leaseReply(method, body),
      [SCALE]: (...asked) => this.scale(...asked),
      [`/apis/${RELEASE.modelApiVersion}/namespaces/${NAMESPACE}/inferencemodelrewrites`]: { items: this.rewrites },
      ...Object.fromEntries(perPod),
    };
  }

  private leaseReply(method: string, body: string): ReturnType<Handler> {
    if (this.lease === undefined) return 404;
    const { metadata, spec } = this.lease;
    if (method === 'DELETE') this.lease = undefined;
    if (method === 'PATCH') this.lease = { metadata, spec: { ...spec, ...JSON.parse(body).spec } };
    return { spec, metadata: { ...metadata, resourceVersion: '1' } };
  }

  private get rewrites(): object[] {
    if (this.traits.canaryShare === undefined) return [];
    const targets = [
      { modelRewrite: MODEL, weight: 90 },
      { modelRewrite: CANARY, weight: 10 },
    ];
    const rules = [{ matches: [{ model: { value: ALIAS } }], targets }];
    return [{ metadata: { name: ALIAS, namespace: NAMESPACE }, spec: { poolRef: { name: 'opt' }, rules } }];
  }

  private serves(model: string): boolean {
    const { canaryShare } = this.traits;
    if (model !== ALIAS || canaryShare === undefined) return model === MODEL;
    this.decided[this.completions % canaryShare === 0 ? CANARY : MODEL]++;
    return true;
  }

  private get names(): string[] {
    return Array.from({ length: this.replicas }, (_, index) => `vllm-${index}`);
  }

  private get pickerMetrics(): string {
    const { promisedMetrics, requestsMetric, readyEndpointsMetric, rewriteDecisionsMetric } = RELEASE;
    const known = this.replicas - (this.traits.unknownPods ?? 0);
    const counters = new Set([...promisedMetrics, requestsMetric]);
    [readyEndpointsMetric, rewriteDecisionsMetric].forEach((name) => counters.delete(name));
    const lines = [...counters].map((name) => `${name} ${this.completions}`);
    const decisions = Object.entries(this.decided).map(
      ([model, count]) => `${rewriteDecisionsMetric}{model_name="${ALIAS}",target_model="${model}"} ${count}`,
    );
    return [...lines, `${readyEndpointsMetric}{name="opt"} ${known}`, ...decisions].join('\n');
  }

  /** The Deployment of the endpoint picker. Any change of it restarts the picker. */
  private picker(method: string): object {
    const { lostWithPicker = 0 } = this.traits;
    if (method === 'PATCH') {
      this.pickerRestarts++;
      this.lost = lostWithPicker;
    }
    const strategy = { type: lostWithPicker > 0 ? 'Recreate' : 'RollingUpdate' };
    const container = { name: 'epp', startupProbe: {}, lifecycle: { preStop: {} } };
    return { spec: { strategy, template: { spec: { containers: [container] } } } };
  }

  private scale(...[method, body, query]: Parameters<Handler>): ReturnType<Handler> {
    if (method === 'PATCH') {
      if (this.traits.scale !== undefined) return this.traits.scale(method, body, query);
      this.replicas = (JSON.parse(body) as { spec: { replicas: number } }).spec.replicas;
    }
    return { spec: { replicas: this.replicas } };
  }

  private pods(selector: string): object[] {
    const [owner, names, image] =
      selector === 'app=epp'
        ? ['epp', [`epp-${this.pickerRestarts}`], RELEASE.endpointPickerImage]
        : ['vllm', this.names, 'simulator'];
    return names.map((name) => ({
      metadata: {
        name,
        namespace: NAMESPACE,
        creationTimestamp: name,
        ownerReferences: [{ kind: 'ReplicaSet', name: owner }],
      },
      spec: { serviceAccountName: 'default', containers: [{ name: 'main', image }] },
      status: { conditions: [{ type: 'Ready', status: 'True' }] },
    }));
  }
}
