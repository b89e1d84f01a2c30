import { documents, httpRoute, service } from './rule-objects';
import { BACKEND_RULES } from '../../lib/validation/rules/routing/backend';
import { messages } from './diagnostics';
import { parseObjects } from './objects';

/** The violations of the rules about backends in YAML, as `messages` has them. */
export const backendMessages = (...yaml: string[]) => messages(BACKEND_RULES, parseObjects(documents(...yaml)));

/** The group and kind of a backend that is an InferencePool. */
export const POOL_KIND = 'group: inference.networking.k8s.io, kind: InferencePool';

/** An HTTPRoute to these backends. */
export const routeTo = (...backends: string[]) => httpRoute({ backends: backends.map((backend) => `{ ${backend} }`) });

/** A Service of vLLM with two ports. */
export const VLLM_SERVICE = service({ name: 'vllm', ports: '[{ name: http, port: 80 }, { port: 8000 }]' });

/** An object as it is in namespace `models`. */
export const inModels = (yaml: string) =>
  yaml.replace(/metadata: \{ name: (\w+) \}/, 'metadata: { name: $1, namespace: models }');
