import type { ResourceSet } from '../../resource-set';
import type { Violation } from '../../rule';
import { atWord, type VllmServer, vllmServers } from '../../facts/vllm-servers';
import type { Refusal, RefusalKind } from '../../../engine-arguments/vllm/argument';

/** What vLLM refuses: servers whose image says that they are of a known version, or of none. */
export function* refused(set: ResourceSet, kinds: readonly RefusalKind[]): Iterable<Violation> {
  for (const { server, refusal } of refusals(set)) {
    if (server.otherVersion !== undefined || !kinds.includes(refusal.kind)) continue;
    yield { ...atWord(server, refusal.at), message: refusal.message, remedy: refusal.remedy };
  }
}

/** Every refusal of every vLLM. */
export function refusals(set: ResourceSet): readonly { readonly server: VllmServer; readonly refusal: Refusal }[] {
  return set.view(vllmServers).flatMap((server) => server.arguments.refusals.map((refusal) => ({ server, refusal })));
}
