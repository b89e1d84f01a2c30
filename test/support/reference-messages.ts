import { REFERENCE_RULES } from '../../lib/validation/rules/references';
import { messages } from './diagnostics';
import { parseObjects } from './objects';
import { deploymentOf } from './rule-objects';

/** The violations of rules about references in YAML, as `messages` has them. */
export const referenceMessages = (yaml: string, options?: Parameters<typeof messages>[2]) =>
  messages(REFERENCE_RULES, parseObjects(yaml), options);

/** An object named `a` in YAML. */
export const objectOf = (apiVersion: string, kind: string, spec: string) =>
  `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\nspec: { ${spec} }\n`;

/** A Deployment of vLLM without any options. */
export const VLLM = deploymentOf('containers: [{ name: vllm }]');

/** A Deployment of vLLM with a volume that it mounts. */
export const withVolume = (volume: string, mount = '', name = 'files') =>
  deploymentOf(`containers: [{ name: vllm, volumeMounts: [{ name: ${name}, mountPath: /etc/a, ${mount} }] }]
volumes: [{ name: files, ${volume} }]`);
