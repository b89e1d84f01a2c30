import { createHash } from 'node:crypto';
import { type ApiObject, Lazy } from 'cdk8s';

/**
 * Annotation for pods that read a ConfigMap once, at their start: another content makes other pods. It is computed at
 * synth, so that patches of the ConfigMap count.
 */
export function configHash(configMap: ApiObject): { [key: string]: unknown } {
  const produce = () => {
    const { data } = configMap.toJson() as { data: unknown };
    return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16);
  };
  return { 'cdk8s-llm-d/config-sha256': Lazy.any({ produce }) as unknown };
}
