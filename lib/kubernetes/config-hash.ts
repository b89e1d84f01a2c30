import { createHash } from 'node:crypto';
import { type ApiObject, Lazy } from 'cdk8s';

/**
 * An annotation with the hash of a ConfigMap, for pods that read it only when they start: a change replaces the pods. It
 * is computed at synth, so that it includes patches of the ConfigMap.
 */
export function configHash(configMap: ApiObject): { [key: string]: unknown } {
  const produce = () => {
    const { data } = configMap.toJson() as { data: unknown };
    return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16);
  };
  return { 'cdk8s-llm-d/config-sha256': Lazy.any({ produce }) as unknown };
}
