import { isQuantity } from '../text/quantity';
import { type Checks, checkedOptions } from '../options/check';
import {
  anyNumber,
  anyText,
  boolean,
  having,
  listOf,
  mapOf,
  optionsOf,
  required,
  size,
  text,
  textLike,
  textThat,
  whole,
} from '../options/checks';
import type { ResourceQuantities } from '../kubernetes/resources';
import { checkedEngine } from './engine-checks';
import type { EngineSpec, IEngine } from './engine-contract';

const WHERE = 'Engine.custom';

const quantities = mapOf(textThat(isQuantity, "a quantity such as '500m' or '2Gi'"));
const RESOURCES: Checks<ResourceQuantities> = { requests: quantities, limits: quantities };
const words = listOf(anyText);
const path = textLike(/^\//, 'an HTTP path that begins with "/"');
const variable = textLike(/^[-._a-zA-Z][-._a-zA-Z0-9]*$/, 'the name of an environment variable');
// Source: the validation of container ports in Kubernetes 1.34.
const portName = textLike(
  /^(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$/,
  'a port name: at most 15 lower-case letters, digits and "-"',
);

/** Name, image, user and number of ports are checked for every engine: see engine-checks.ts. */
const CHECKS: Checks<EngineSpec> = {
  name: required(anyText),
  image: required(anyText),
  command: words,
  args: words,
  workerArgs: words,
  workersServe: boolean,
  env: mapOf(having('an EnvValue, for example EnvValue.fromValue("1")', 'value', 'valueFrom'), variable),
  mounts: listOf(having('a Mount, for example Mount.emptyDir("/tmp")', 'path', '_volume')),
  resources: optionsOf(RESOURCES),
  accelerator: having('an Accelerator, for example Accelerator.nvidia({ count: 1 })', 'spec'),
  extraPorts: mapOf(whole(1, 65535), portName),
  podLabels: mapOf(anyText),
  startupSeconds: whole(1),
  finishesRequests: boolean,
  reservedMemory: size,
  user: anyNumber,
  readyPath: anyText,
  startPath: path,
  probePort: text,
  livePath: anyText,
  portCount: anyNumber,
};

/** An engine whose container is the same for every model server. */
export class CustomEngine implements IEngine {
  constructor(private readonly spec: EngineSpec) {
    checkedEngine(WHERE, checkedOptions(WHERE, spec, CHECKS));
  }

  specify(): EngineSpec {
    return this.spec;
  }
}
