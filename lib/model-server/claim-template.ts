import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Metadata } from '../kubernetes/metadata';
import { kubeObject } from '../kubernetes/objects';
import type { AcceleratorSpec } from './accelerator-spec';

/** The template from which each pod gets its claim; undefined for accelerators that a device plugin hands out. */
export function claimTemplate(
  scope: Construct,
  metadata: Metadata,
  accelerator: AcceleratorSpec | undefined,
): ApiObject | undefined {
  if (accelerator?.deviceClass === undefined) return undefined;
  const { deviceClass, count, deviceSelectors = [] } = accelerator;
  const selectors = deviceSelectors.map((expression) => ({ cel: { expression } }));
  return kubeObject(scope, 'claims', 'resource.k8s.io/v1/ResourceClaimTemplate', metadata, {
    spec: {
      spec: {
        devices: {
          requests: [
            {
              name: 'accelerator',
              exactly: { deviceClassName: deviceClass, count, ...(selectors.length > 0 && { selectors }) },
            },
          ],
        },
      },
    },
  });
}
