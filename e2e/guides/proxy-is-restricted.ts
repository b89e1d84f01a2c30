import { causedBy, CONTROLLER_NAMESPACE } from '../support/envoy-gateway';
import { getList, kubectl } from '../support/kubectl';
import type { Stack } from './stack';

/** The proxy that Envoy Gateway makes for our Gateway would be admitted where only restricted pods are. */
export function proxyIsRestricted(stack: Stack): void {
  test("Envoy Gateway's proxy for our Gateway is admitted by a restricted namespace", async () => {
    const [proxy, ...others] = await getList(
      'deployments',
      '-n',
      CONTROLLER_NAMESPACE,
      '-l',
      causedBy(stack.namespace),
    );
    expect(others).toEqual([]);
    const { metadata, spec } = proxy.spec.template;
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'proxy', namespace: stack.namespace, labels: metadata.labels },
      // The account is one of the controller's namespace, and pod security does not look at it.
      spec: { ...spec, serviceAccountName: 'default', serviceAccount: undefined },
    };
    await kubectl(['create', '--dry-run=server', '-f', '-'], JSON.stringify(pod));
  });
}
