import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Metadata } from '../kubernetes/metadata';
import { kubeObject } from '../kubernetes/objects';
import type { AcceleratorSpec } from './accelerator-spec';

/**
 * The template from which each pod gets its claim; undefined for accelerators that a device plugin hands out. Kubernetes
 * lets nothing change in its spec, so class and number are parts of its name: with others, there is another template.
 */
export function claimTemplate(
  scope: Construct,
  metadata: Metadata,
  accelerator: AcceleratorSpec | undefined,
): ApiObject | undefined {
  if (accelerator?.deviceClass === undefined) return undefined;
  const { deviceClass, count, deviceSelectors = [] } = accelerator;
  const selectors = deviceSelectors.map((expression) => ({ cel: { expression } }));
  const named = { ...metadata, name: `${metadata.name}-${deviceClass}-${count}` };
  return kubeObject(scope, 'claims', 'resource.k8s.io/v1/ResourceClaimTemplate', named, {
    spec: {
      spec: {
        devices: {
          requests: [
            {
              name: 'accelerator',
              exactly: {
                deviceClassName: deviceClass,
                // The API server's default. The list is atomic: without it, every client-side apply would send the list again.
                allocationMode: 'ExactCount',
                count,
                ...(selectors.length > 0 && { selectors }),
              },
            },
          ],
        },
      },
    },
  });
}
