/** Why pods of this library differ from those of llm-d's guides. */
export interface Reason {
  readonly why: string;
  /** Fields that differ; `*` at the end stands for anything. */
  readonly fields: readonly string[];
  /** Stacks of the example in which they do; all if left out. */
  readonly stacks?: readonly string[];
  /** Stacks that have another reason. */
  readonly butFor?: readonly string[];
}

/** Each difference has one reason, and each reason a difference. */
export const REASONS: readonly Reason[] = [
  {
    why: 'The container has the name of the engine and its port the name `http`. A PodMonitor that names the port needs this name.',
    fields: ['name', 'ports[8000]'],
  },
  {
    why: 'A selector cannot be changed later, so it is one label, and all other labels can change.',
    fields: ['selector', 'pod.labels.app'],
  },
  {
    why: "Kubernetes' recommended labels, and those by which the stack's pool selects its pods.",
    fields: [
      'pod.labels.app.kubernetes.io/*',
      'pod.labels.llm-d.ai/inference-pool',
      'pod.labels.llm-d.ai/inference-serving',
    ],
  },
  {
    why: 'Model servers do not call the API server, so they get no token. `serviceAccount` takes an account.',
    fields: ['pod.serviceAccountName', 'pod.automountServiceAccountToken'],
  },
  {
    why: "vLLM's own image in the version that this library takes by default. `version` and `image` choose another.",
    fields: ['image'],
    butFor: ['omni'],
  },
  { why: 'The same image: `docker.io` is the default registry.', fields: ['image'], stacks: ['omni'] },
  {
    why: "Kubernetes' default for an image with a version, written out.",
    fields: ['imagePullPolicy'],
  },
  {
    why: "vLLM's default, written out: the flag and the container's port come from the same option.",
    fields: ['args.--port'],
  },
  { why: "1 is vLLM's default.", fields: ['args.--tensor-parallel-size'], stacks: ['baseline-nvidia'] },
  {
    why: 'A pod first leaves the pool for 10 s, then finishes its requests for 45 s: with 20 s to end, the grace period is 75 s. The sleep of Kubernetes needs no program in the image. `drain` changes the times.',
    fields: ['args.--shutdown-timeout', 'lifecycle.preStop.*', 'pod.terminationGracePeriodSeconds'],
    butFor: ['omni'],
  },
  {
    why: 'Which vLLM is in the image is not known here, so it gets no `--shutdown-timeout`: requests finish during the pause before SIGTERM.',
    fields: ['lifecycle.preStop.*', 'pod.terminationGracePeriodSeconds'],
    stacks: ['omni'],
  },
  {
    why: 'Probes and scrapes come every few seconds.',
    fields: ['args.--disable-access-log-for-endpoints'],
    stacks: ['tiered-cache'],
  },
  {
    why: 'The pods run as a user without rights, on a read-only root file system, within the Pod Security Standard `restricted`.',
    fields: [
      'pod.securityContext.runAsNonRoot',
      'pod.securityContext.runAsUser',
      'pod.securityContext.seccompProfile.type',
      'securityContext.*',
    ],
  },
  {
    why: "The group of vLLM's user, so that it can write to volumes. Device files have a supplemental group, in the guides for Intel GPUs as here.",
    fields: ['pod.securityContext.fsGroup', 'pod.securityContext.fsGroupChangePolicy'],
  },
  {
    why: 'What vLLM writes lies in the home of its user and in /tmp, since the rest of the file system is read-only.',
    fields: [
      'env.CUDA_CACHE_PATH',
      'env.HF_HOME',
      'env.HOME',
      'env.TRITON_CACHE_DIR',
      'volumes[/.cache]',
      'volumes[/.config]',
      'volumes[/.triton]',
      'volumes[/home/vllm]',
      'volumes[/home/vllm/.cache]',
      'volumes[/tmp]',
    ],
  },
  {
    why: 'torch asks for the name of the user, which the image may not know. Any name does.',
    fields: ['env.USER'],
  },
  { why: 'vLLM sends no usage reports.', fields: ['env.DO_NOT_TRACK'] },
  {
    why: 'vLLM opens its port when the model is loaded, so both paths answer at the same time; /health alone fails when the engine has ended.',
    fields: ['startupProbe.httpGet.path', 'readinessProbe.httpGet.path'],
  },
  {
    why: 'Asked every 2 s, a pod serves as soon as it can. How long it may take follows from the size and the source of the model, and on TPUs from compilation; llm-d waits an hour for any.',
    fields: ['startupProbe.initialDelaySeconds', 'startupProbe.periodSeconds', 'startupProbe.failureThreshold'],
  },
  {
    why: 'A pod that cannot serve leaves the pool sooner, but a slow answer of a busy engine does not count as a failure.',
    fields: ['readinessProbe.periodSeconds', 'readinessProbe.timeoutSeconds'],
  },
  {
    why: 'A restart loads the model anew, so a busy engine gets a minute.',
    fields: ['livenessProbe.failureThreshold'],
  },
  {
    why: 'Kubernetes takes the limit of an extended resource as its request.',
    fields: [
      'resources.requests.nvidia.com/gpu',
      'resources.requests.amd.com/gpu',
      'resources.requests.google.com/tpu',
    ],
  },
  {
    why: 'Without requests the pods count as nothing when they are placed. The guide leaves them out; the defaults are a core for each process of vLLM and 8 GiB for each accelerator.',
    fields: ['resources.requests.cpu', 'resources.requests.memory'],
    stacks: ['baseline-tpu-v6'],
  },
  {
    why: 'Nodes with accelerators often have this taint. Where they have not, the toleration does nothing.',
    fields: ['pod.tolerations*'],
  },
  {
    why: 'Kubernetes would set VLLM_PORT and other variables for a Service with the name `vllm`, and vLLM would read them.',
    fields: ['pod.enableServiceLinks'],
  },
  {
    why: 'The template of the claims has class and number of the devices in its name, since its spec cannot be changed. What is in the template of llm-d is not compared: that file was not at hand.',
    fields: ['resources.claims*', 'pod.resourceClaims*'],
    stacks: ['baseline-xpu', 'precise-prefix-xpu'],
  },
  {
    why: 'These values stand in the argument itself; NAMESPACE is used nowhere.',
    fields: ['env.KV_EVENTS_ENDPOINT', 'env.KV_EVENTS_REPLAY_ENDPOINT', 'env.NAMESPACE', 'env.POD_PORT'],
    stacks: ['precise-prefix-nvidia', 'precise-prefix-xpu'],
  },
  {
    why: 'Offloaded KV caches are files there. The limit is their 100 GiB and 20 GiB for the exchange between GPUs.',
    fields: ['volumes[/dev/shm]'],
    stacks: ['tiered-cache'],
  },
  { why: 'A volume that no container mounts.', fields: ['volumes[data, not mounted]'], stacks: ['tiered-cache'] },
  { why: "Kubernetes' default.", fields: ['pod.restartPolicy'], stacks: ['tiered-cache'] },
  {
    why: 'With `token` the Secret must be there: Kubernetes names a missing one, where the download would fail later. A public model needs no `token`.',
    fields: ['env.HF_TOKEN'],
    stacks: ['omni'],
  },
];
