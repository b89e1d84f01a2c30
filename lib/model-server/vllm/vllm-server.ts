import type { EngineRequest } from '../engine-contract';
import type { Parallelism } from './parallelism';
import type { VllmImage } from './vllm-image';
import type { VllmOptions } from './vllm-options';

/** Everything that decides the container of a vLLM. */
export interface VllmServer {
  /** Name of the call, for errors. */
  readonly where: string;
  readonly options: VllmOptions;
  readonly image: VllmImage;
  readonly sizes: Parallelism;
  readonly request: EngineRequest;
}
