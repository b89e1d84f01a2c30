import type { ContainerResources } from 'cdk8s-plus-28';
import { refuse } from '../errors';
import { checkedAnnotations, checkedLabels, checkedName, isSubdomain } from '../names';
import type { Check } from '../options/check';
import { anyText, having, mapOf, optionsOf, size, textLike, textThat, yaml } from '../options/checks';
import { checkedReference, checkedRegistry } from './image';

/* Checks of options that Kubernetes gives a meaning, for the tables that `checkedOptions` reads. */

/** Labels, of objects or of nodes. */
export const labels: Check = (where, path, value) => {
  yaml(where, path, value);
  checkedLabels(where, value as { [key: string]: string }, path);
};

/** Annotations. */
export const annotations: Check = (where, path, value) => {
  yaml(where, path, value);
  checkedAnnotations(where, value as { [key: string]: string }, path);
};

/** The name of an object of a kind whose names may have dots. */
export const objectName = textThat(
  isSubdomain,
  'a name of lower-case letters, digits, "-" and ".", with a letter or digit at both ends (RFC 1123)',
);

/** The reference of an image. */
export const imageReference: Check = (where, path, value) => {
  anyText(where, path, value);
  checkedReference(where, value as string, path);
};

/** A registry that stands before the path of an image. */
export const imageRegistry: Check = (where, path, value) => {
  anyText(where, path, value);
  checkedRegistry(where, path, value as string);
};

const envValue: Check = (where, path, value) => {
  having("an EnvValue, for example EnvValue.fromValue('1')", 'value', 'valueFrom')(where, path, value);
  const env = value as { readonly value?: unknown; readonly valueFrom?: unknown };
  if (env.valueFrom === undefined) textOfProcess(where, path, env.value);
};

/** A text that a process can get as an argument or a variable: it ends at a NUL. */
export const textOfProcess: Check = (where, path, value) => {
  anyText(where, path, value);
  if ((value as string).includes('\0')) {
    refuse(where, {
      code: 'LLMD-OPTION-NUL',
      got: `${path} with a NUL character`,
      expected: 'a text without NUL, at which arguments and variables of a process end',
      remedy: `take it out of ${path}, or mount the data from a Secret or a ConfigMap`,
    });
  }
};

/** Environment variables. Source of the names: apimachinery pkg/util/validation, IsEnvVarName. */
export const environment = mapOf(
  envValue,
  textLike(
    /^(?!\.\.?$|\.\.)[-._A-Za-z][-._A-Za-z0-9]*$/,
    'letters, digits, "-", "_" and ".", not beginning with a digit',
  ),
);

/** A `Mount`. */
export const mount = having("a Mount, for example Mount.emptyDir('/data')", 'path', '_volume');

/** A ServiceAccount by reference. */
export const serviceAccount = having(
  'a ServiceAccount, for example from ServiceAccount.fromServiceAccountName',
  'name',
  'toSubjectConfiguration',
);

/** A Secret by reference. */
export const secret = having('a Secret, for example from Secret.fromSecretName', 'name', 'kind');

const cpu = having('a Cpu, for example Cpu.millis(500)', 'amount');

/** Requests and limits as cdk8s-plus has them. */
export const containerResources = optionsOf<ContainerResources>({
  cpu: optionsOf({ request: cpu, limit: cpu }),
  memory: optionsOf({ request: size, limit: size }),
  ephemeralStorage: optionsOf({ request: size, limit: size }),
});

/** A volume as in YAML. */
export const volume: Check = (where, path, value) => {
  yaml(where, path, value);
  checkedName(where, (value as { name: string }).name, `${path}.name`);
};

/** A container as in YAML. */
export const container: Check = (where, path, value) => {
  volume(where, path, value);
  checkedReference(where, (value as { image: string }).image, `${path}.image`);
};

/** Amounts by the names of resources, which `resourcesOr` and `withExtraResources` look into. */
export const amounts = mapOf(anyText, anyText);
