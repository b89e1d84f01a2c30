/** Pods that serve a model, as far as pools and data planes need to know them. */
export interface IModelServer {
  /** Name of the pods' workload and of its Service. */
  readonly name: string;
  /** Namespace of the pods. */
  readonly namespace: string;
  /** Ports of the HTTP API on every pod: one, or one for each data-parallel rank. */
  readonly ports: number[];
  /** How long a pod may take to stop, in seconds. */
  readonly gracePeriodSeconds: number;
  /** Puts labels on the pods, for a pool to select them by. */
  addPodLabels(labels: { readonly [key: string]: string }): void;
}
