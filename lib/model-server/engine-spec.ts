import type { EnvVar, ResourceRequirements } from '../../imports/k8s';
import type { Mount } from '../kubernetes/mount';
import type { Drain } from './drain';
import type { Model } from './model';

/** What a model server asks of its engine. */
export interface EngineRequest {
  readonly model: Model;
  /** Names under which clients know the model; the first is the primary one. */
  readonly servedModelNames: readonly string[];
  readonly port: number;
  readonly drain: Drain;
}

/** What an engine needs in order to run in a container. */
export interface EngineSpec {
  /** The program, for labels: `vllm`. */
  readonly app: string;
  readonly image: string;
  readonly args: readonly string[];
  readonly env: readonly EnvVar[];
  readonly mounts: readonly Mount[];
  readonly resources: ResourceRequirements;
  /** Memory that is spoken for before the engine has loaded anything, in MiB. A lower limit can only be a mistake. */
  readonly leastMemoryMebibytes: number;
  /** Numeric user. `runAsNonRoot` cannot check an image whose user is a name. */
  readonly user: number;
  /** Answers 200 once the engine can serve. */
  readonly readyPath: string;
  /** Answers 200 as long as the engine is not broken. */
  readonly livePath: string;
}

/** Makes the specification for one model server. */
export type EngineFactory = (request: EngineRequest) => EngineSpec;
