import { byName, type Defaults, type Draft, type Extractor, portOf, typed, versioned } from './reference';
import { podsByLabels, podsBySelector } from './selector';

export const service: Extractor = (object, { namespace }) => podsByLabels(object.at('spec', 'selector'), namespace);

export const podDisruptionBudget: Extractor = (object, { namespace }) =>
  podsBySelector(object.at('spec', 'selector'), namespace);

export const networkPolicy: Extractor = (object, { namespace }) =>
  podsBySelector(object.at('spec', 'podSelector'), namespace);

export const statefulSet: Extractor = (object, { namespace }) =>
  byName(object.at('spec'), 'serviceName', { kind: 'Service', namespace }, { field: 'serviceName' });

export const persistentVolumeClaim: Extractor = (object, { namespace }) =>
  byName(
    object.at('spec'),
    'class',
    { group: 'storage.k8s.io', kind: 'StorageClass', namespace },
    { field: 'storageClassName' },
  );

/** HorizontalPodAutoscaler, and KEDA's ScaledObject, which scales a Deployment where it says nothing else. */
export const autoscaler: Extractor = (object, { namespace }) =>
  versioned(object.at('spec', 'scaleTargetRef'), 'scaleTargetRef', { group: 'apps', kind: 'Deployment', namespace });

export const verticalPodAutoscaler: Extractor = (object, { namespace }) =>
  versioned(object.at('spec', 'targetRef'), 'scaleTargetRef', { namespace });

export const ingress: Extractor = (object, { namespace }) => {
  const paths = object.each('spec', 'rules').flatMap((rule) => rule.each('http', 'paths'));
  const backends = [object.at('spec', 'defaultBackend'), ...paths.map((path) => path.at('backend'))];
  const secret: Defaults = { kind: 'Secret', namespace };
  return [
    ...backends
      .map((backend) => backend.at('service'))
      .flatMap((backend) => {
        const port = portOf(backend, 'port', 'number') ?? portOf(backend, 'port', 'name');
        return byName(backend, 'backendRef', { kind: 'Service', namespace }, { port });
      }),
    ...object.each('spec', 'tls').flatMap((tls) => byName(tls, 'certificateRef', secret, { field: 'secretName' })),
  ];
};

export const serviceAccount: Extractor = (object, { namespace }) =>
  object.each('imagePullSecrets').flatMap((ref) => byName(ref, 'imagePullSecret', { kind: 'Secret', namespace }));

const SERVICE_ACCOUNT_TOKEN = 'kubernetes.io/service-account-token';
const SERVICE_ACCOUNT_NAME = 'kubernetes.io/service-account.name';

/** A token Secret is filled for the ServiceAccount that it names, and deleted where there is none. */
export const secret: Extractor = (object, { namespace }) =>
  object.text('type') === SERVICE_ACCOUNT_TOKEN
    ? byName(
        object.at('metadata', 'annotations'),
        'serviceAccount',
        { kind: 'ServiceAccount', namespace },
        { field: SERVICE_ACCOUNT_NAME },
      )
    : [];

const RBAC = 'rbac.authorization.k8s.io';

/** RoleBinding and ClusterRoleBinding. */
export const binding: Extractor = (object, { namespace }): Draft[] => [
  ...byName(object.at('roleRef'), 'roleRef', {
    group: object.at('roleRef').text('apiGroup') ?? RBAC,
    kind: object.at('roleRef').text('kind'),
    namespace,
  }),
  ...object
    .each('subjects')
    .filter((subject) => subject.text('kind') === 'ServiceAccount')
    .flatMap((subject) => typed(subject, 'subject', { kind: 'ServiceAccount', namespace })),
];
