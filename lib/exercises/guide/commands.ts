import type { ExerciseName } from '../results';
import type { KubernetesObject } from './objects';

/** The kubectl and curl commands that do by hand what a guide does. */
export class Commands {
  constructor(
    /** Context of the kubeconfig; undefined if the user named none. */
    private readonly context?: string,
  ) {}

  apply(folder: string, takeOver = false): string {
    const force = takeOver ? ' --force-conflicts' : '';
    return this.kubectl(`apply --server-side${force} --field-manager=cdk8s-llm-d -f ${quoted(folder)}`);
  }

  definitions(seconds: number): string {
    return this.kubectl(`wait --for=condition=Established crd --all --timeout=${seconds}s`);
  }

  /** The command that waits for an object; undefined for kinds that are ready at once. */
  wait({ kind, metadata: { name, namespace = 'default' } }: KubernetesObject, seconds: number): string | undefined {
    const rest = `${kind.toLowerCase()}/${name} -n ${namespace} --timeout=${seconds}s`;
    switch (kind) {
      case 'Deployment':
      case 'StatefulSet':
        return this.kubectl(`rollout status ${rest}`);
      case 'Gateway':
        return this.kubectl(`wait --for=condition=Programmed ${rest}`);
      case 'HTTPRoute':
        return this.kubectl(`wait --for=jsonpath='${ACCEPTED}'=True ${rest}`);
      default:
        return undefined;
    }
  }

  portForward(service: string, namespace: string, port: number, local: number): string {
    return this.kubectl(`port-forward service/${service} -n ${namespace} ${local}:${port}`);
  }

  exercise(name: ExerciseName, pool: string, namespace: string): string {
    const context = this.context === undefined ? '' : ` --context ${quoted(this.context)}`;
    return `cdk8s-llm-d exercise ${name} --pool ${pool} -n ${namespace}${context}`;
  }

  private kubectl(rest: string): string {
    return this.context === undefined ? `kubectl ${rest}` : `kubectl --context ${quoted(this.context)} ${rest}`;
  }
}

const ACCEPTED = '{.status.parents[0].conditions[?(@.type=="Accepted")].status}';

export function curlModels(port: number): string {
  return `curl http://localhost:${port}/v1/models`;
}

export function curlCompletion(port: number, body: object): string {
  const header = `-H 'Content-Type: application/json'`;
  return `curl http://localhost:${port}/v1/completions ${header} -d '${JSON.stringify(body)}'`;
}

function quoted(word: string): string {
  return /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
