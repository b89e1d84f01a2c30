import type { EnvValue } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { Container, EnvVar, PodSpec, PodTemplateSpec, Volume } from '../../imports/k8s';
import { refuse } from '../errors';
import { allContainers, refuseSameNames } from './extra-containers';
import { mirroredImage } from './image';
import { type Mount, serviceAccountToken } from './mount';
import type { PodOptions } from './pod-options';
import { timedProbes } from './timed-probes';
import { type ResourceQuantities, resourcesOr, withExtraResources } from './resources';

/** The pod's security context that `pod-security.kubernetes.io/enforce: restricted` asks for. */
export const RESTRICTED_POD = {
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
};

/** A container's security context that the same standard asks for, with a read-only root file system. */
export const RESTRICTED_CONTAINER = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
};

/** A container as a workload describes it; `container` adds what is the same for all. */
export interface ContainerSpec extends Pick<
  Container,
  'command' | 'args' | 'ports' | 'startupProbe' | 'readinessProbe' | 'livenessProbe' | 'lifecycle'
> {
  readonly name: string;
  readonly image: string;
  readonly env?: readonly EnvVar[];
  readonly mounts?: readonly Mount[];
  readonly resources: ResourceQuantities;
  /** Names of the pod's resource claims that the container uses. */
  readonly claims?: readonly string[];
  /** Capabilities beyond the `restricted` standard. */
  readonly addedCapabilities?: readonly string[];
}

/** A pod as a workload describes it: the main container and its sidecars. */
export interface WorkloadPod {
  /** The labels by which the workload selects its pods. */
  readonly selector: { readonly [key: string]: string };
  /** More labels. */
  readonly labels: { readonly [key: string]: string };
  readonly annotations?: { readonly [key: string]: unknown };
  /** Undefined where the pod does not talk to the API server. Only the main container gets the token. */
  readonly serviceAccountName?: string;
  readonly main: ContainerSpec;
  readonly sidecars?: readonly ContainerSpec[];
  /** Containers that end before the main one starts. A mount that they share with it is one volume. */
  readonly initContainers?: readonly ContainerSpec[];
  readonly spec?: Partial<PodSpec>;
}

/** A pod template to whose labels the workload may still add. */
type Template = PodTemplateSpec & { readonly metadata: { readonly labels: { [key: string]: string } } };

/** Makes a pod template from the workload's description, the user's options and the `restricted` standard. */
export function podTemplate(scope: Construct, pod: WorkloadPod, options: PodOptions): Template {
  const needsToken = pod.serviceAccountName !== undefined;
  const main = withOptions(scope, needsToken ? withToken(pod.main) : pod.main, options);
  const mounts = new Map<string, Mount>();
  const inYaml = (spec: ContainerSpec) => container(spec, options, mounts);
  const containers = [main, ...(pod.sidecars ?? [])].map(inYaml);
  const initContainers = [...(pod.spec?.initContainers ?? []), ...(pod.initContainers ?? []).map(inYaml)];
  const serviceAccount = options.serviceAccount?.name ?? pod.serviceAccountName;
  const labels = { ...pod.selector, ...pod.labels };
  return {
    metadata: {
      labels: { ...labels, ...podLabels(scope, labels, options) },
      ...annotations(pod, options),
    },
    spec: {
      ...pod.spec,
      // Kubernetes would mount the token into every container.
      automountServiceAccountToken: false,
      // Kubernetes would inject variables for every Service, and vLLM reads VLLM_PORT as its own setting.
      enableServiceLinks: false,
      securityContext: { ...RESTRICTED_POD, ...pod.spec?.securityContext },
      ...allContainers(scope, containers, initContainers, options),
      ...volumes(scope, mounts, pod.spec?.volumes ?? [], options),
      ...(serviceAccount !== undefined && { serviceAccountName: serviceAccount }),
      ...(options.imagePullSecrets && { imagePullSecrets: options.imagePullSecrets.map(({ name }) => ({ name })) }),
      ...scheduling(pod, options),
    },
  };
}

/** The container with the token of its ServiceAccount, as Kubernetes mounts it. */
function withToken(main: ContainerSpec): ContainerSpec {
  return { ...main, mounts: [...(main.mounts ?? []), serviceAccountToken()] };
}

/** Where the pods run: the workload's own needs, with the user's. */
function scheduling({ spec = {}, selector }: WorkloadPod, options: PodOptions): Partial<PodSpec> {
  const { nodeSelector, tolerations, affinity, topologySpreadConstraints, priorityClassName, runtimeClassName } =
    options;
  return {
    ...(nodeSelector && { nodeSelector: { ...spec.nodeSelector, ...nodeSelector } }),
    ...(tolerations && { tolerations: [...(spec.tolerations ?? []), ...tolerations] }),
    ...(affinity && { affinity }),
    ...(topologySpreadConstraints && {
      topologySpreadConstraints: topologySpreadConstraints.map((constraint) => ({
        labelSelector: { matchLabels: selector },
        ...constraint,
      })),
    }),
    ...(priorityClassName !== undefined && { priorityClassName }),
    ...(runtimeClassName !== undefined && { runtimeClassName }),
  };
}

function volumes(
  scope: Construct,
  mounts: ReadonlyMap<string, Mount>,
  own: readonly Volume[],
  { extraVolumes = [] }: PodOptions,
): Pick<PodSpec, 'volumes'> {
  const all = [
    ...[...mounts].map(([name, mount]) => mount._volume(name)),
    ...own,
    ...extraVolumes.map((volume) => volume as Volume),
  ];
  refuseSameNames(scope, 'volume', all);
  return all.length > 0 ? { volumes: all } : {};
}

function container(spec: ContainerSpec, options: PodOptions, volumes: Map<string, Mount>): Container {
  const { mounts = [], env = [], claims = [], addedCapabilities = [], resources, ...rest } = spec;
  const named = mounts.map((mount) => {
    const name = volumeName(spec.name, mount, volumes);
    volumes.set(name, mount);
    return [name, mount] as const;
  });
  return {
    ...rest,
    resources: { ...resources, ...(claims.length > 0 && { claims: claims.map((name) => ({ name })) }) },
    image: mirroredImage(spec.image, options.imageRegistry),
    imagePullPolicy: 'IfNotPresent',
    securityContext: containerContext(addedCapabilities),
    ...(env.length > 0 && { env: [...env] }),
    ...(named.length > 0 && { volumeMounts: named.map(([name, mount]) => mount._volumeMount(name)) }),
  };
}

function containerContext(addedCapabilities: readonly string[]): Container['securityContext'] {
  if (addedCapabilities.length === 0) return RESTRICTED_CONTAINER;
  return {
    ...RESTRICTED_CONTAINER,
    capabilities: { ...RESTRICTED_CONTAINER.capabilities, add: [...addedCapabilities] },
  };
}

/** A volume's name, made from its mount path: `/dev/shm` becomes `dev-shm`. Containers share a volume by the same `Mount` alone. */
function volumeName(containerName: string, mount: Mount, taken: Map<string, Mount>): string {
  const slug = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const name = (text: string) => slug(text).slice(-60).replace(/^-|-$/g, '') || 'root';
  const candidates = [mount.path, `${containerName}-${mount.path}`, `${containerName}-${mount.path}-${taken.size}`];
  return candidates.map(name).find((it) => (taken.get(it) ?? mount) === mount) ?? `volume-${taken.size}`;
}

function annotations(pod: WorkloadPod, options: PodOptions): object {
  const all = { ...pod.annotations, ...options.podAnnotations };
  return Object.keys(all).length > 0 ? { annotations: all } : {};
}

function withOptions(scope: Construct, main: ContainerSpec, options: PodOptions): ContainerSpec {
  const extraMounts = differentPaths(scope, options.extraMounts ?? []);
  const extraEnv = Object.entries(options.extraEnv ?? {});
  const args = [...(main.args ?? []), ...(options.extraArgs ?? [])];
  return {
    ...main,
    ...(args.length > 0 && { args }),
    env: [
      ...(main.env ?? []).filter(({ name }) => !extraEnv.some(([extra]) => extra === name)),
      ...extraEnv.map(([name, value]) => envVar(name, value)),
    ],
    mounts: [
      ...(main.mounts ?? []).filter(({ path }) => !extraMounts.some((extra) => extra.path === path)),
      ...extraMounts,
    ],
    resources: withExtraResources(scope, resourcesOr(scope, main.resources, options.resources), options.extraResources),
    ...timedProbes(scope, main, options.probes),
    ...hooks(scope, main, options),
  };
}

/** The hooks of the main container. A `preStop` of the user's would undo the drain that the workload has computed. */
function hooks(scope: Construct, main: ContainerSpec, { lifecycle }: PodOptions): Pick<Container, 'lifecycle'> {
  if (lifecycle === undefined) return {};
  if (main.lifecycle?.preStop && lifecycle.preStop !== undefined) {
    refuse(scope, {
      code: 'LLMD-LIFECYCLE',
      got: "a preStop beside the workload's own",
      expected: 'no preStop in lifecycle: the pause before SIGTERM belongs to the drain',
      remedy: 'leave preStop out; a model server takes its length from `drain`',
    });
  }
  return { lifecycle: { ...main.lifecycle, ...(lifecycle as Container['lifecycle']) } };
}

function differentPaths(scope: Construct, mounts: readonly Mount[]): readonly Mount[] {
  const paths = mounts.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) < index);
  if (twice !== undefined) {
    refuse(scope, {
      code: 'LLMD-MOUNT-TWICE',
      got: `two extraMounts at ${twice}`,
      expected: 'one volume for each path',
      remedy: 'remove one of them, or give it another path',
    });
  }
  return mounts;
}

/** An environment variable as in YAML. */
export function envVar(name: string, env: EnvValue): EnvVar {
  return env.valueFrom === undefined
    ? { name, value: String(env.value) }
    : { name, valueFrom: env.valueFrom as EnvVar['valueFrom'] };
}

function podLabels(
  scope: Construct,
  ours: { readonly [key: string]: string },
  options: PodOptions,
): { [key: string]: string } {
  const theirs = options.podLabels ?? {};
  const taken = Object.keys(theirs).find((key) => Object.hasOwn(ours, key) && ours[key] !== theirs[key]);
  if (taken !== undefined) {
    refuse(scope, {
      code: 'LLMD-LABEL-TAKEN',
      got: `the pod label ${taken}: ${theirs[taken]}`,
      expected: `${taken}: ${ours[taken]}, which selectors use`,
      remedy: 'choose another label key',
    });
  }
  return theirs;
}
