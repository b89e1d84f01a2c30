import type { EnvValue } from 'cdk8s-plus-28';

/** What a way to move KV caches asks of vLLM and of its pod. */
export interface KvTransferSpec {
  /** The value of `--kv-transfer-config`. */
  readonly config: { readonly [key: string]: unknown };
  readonly env?: { readonly [name: string]: EnvValue };
  /** A port that other pods connect to. */
  readonly port?: { readonly name: string; readonly number: number; readonly isPerRank: boolean };
  /** Memory of the host for KV caches, in bytes: of one engine, or of each of its ranks. */
  readonly hostBytes?: number;
  readonly hostBytesPerRank?: number;
  /** First minor version of vLLM that has it. */
  readonly since?: string;
  /** The user's own configuration, of which nothing is known. */
  readonly isCustom?: boolean;
  /** What it is made of. */
  readonly parts?: readonly KvTransferSpec[];
}

/** The parts of a transfer that is made of several, else the transfer itself. */
export function partsOf(spec: KvTransferSpec): readonly KvTransferSpec[] {
  return spec.parts ?? [spec];
}
