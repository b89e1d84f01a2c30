/** What a pod of a suite does. */
export interface SuitePod {
  readonly image: string;
  readonly command: readonly string[];
  /** Volumes by their paths, as in YAML. */
  readonly volumes?: { readonly [path: string]: object };
  readonly readinessProbe?: object;
}

/** The spec of a pod with one container, as the `restricted` standard wants it. */
export function restrictedPod({ image, command, volumes = {}, readinessProbe }: SuitePod): object {
  const named = Object.entries(volumes).map(([mountPath, source], index) => ({ name: `v${index}`, mountPath, source }));
  return {
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        name: 'main',
        image,
        imagePullPolicy: 'IfNotPresent',
        command,
        readinessProbe,
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        volumeMounts: named.map(({ name, mountPath }) => ({ name, mountPath })),
      },
    ],
    volumes: named.map(({ name, source }) => ({ name, ...source })),
    terminationGracePeriodSeconds: 1,
  };
}
