import type { Checks } from '../options/check';
import { listOf, required, text, textLike } from '../options/checks';

/**
 * Rights of an engine's container beyond the Pod Security Standard `restricted`. The container runs as root then, since
 * Kubernetes gives added capabilities to no other user. Everything else stays restricted: no privilege escalation, no
 * privileged mode, a read-only root file system. A namespace that enforces `restricted` does not admit the pod.
 */
export interface SecurityException {
  /**
   * Why it is needed. Validation shows no warning about the rights then.
   */
  readonly reason: string;
  /**
   * Capabilities, for example `IPC_LOCK` for RDMA, which pins memory.
   * @default - none: root alone
   */
  readonly capabilities?: string[];
}

/** Checks of `SecurityException`. */
export const SECURITY_EXCEPTION_CHECKS: Checks<SecurityException> = {
  reason: required(text),
  capabilities: listOf(textLike(/^(?!CAP_)[A-Z_]+$/, 'the name of a capability without CAP_, for example IPC_LOCK')),
};
