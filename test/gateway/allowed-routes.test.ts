import { AllowedRoutes, DataPlane, LlmdError } from '../../lib';

test.each([
  ['its own', AllowedRoutes.sameNamespace(), { from: 'Same' }],
  ['every', AllowedRoutes.allNamespaces(), { from: 'All' }],
  [
    'a labelled',
    AllowedRoutes.namespaces({ team: 'search' }),
    { from: 'Selector', selector: { matchLabels: { team: 'search' } } },
  ],
])('%s namespace', (_, routes, namespaces) => {
  expect(routes._namespaces()).toEqual(namespaces);
});

test.each([
  ['labels that Kubernetes refuses', () => AllowedRoutes.namespaces({ 'a b': 'c' })],
  ['a text', () => DataPlane.agentgateway({ allowedRoutes: 'All' as any })],
  ['a text, with Envoy Gateway', () => DataPlane.envoyGateway({ allowedRoutes: 'All' as any })],
])('%s is refused', (_, make) => {
  expect(make).toThrow(expect.objectContaining({ name: LlmdError.name }));
});
