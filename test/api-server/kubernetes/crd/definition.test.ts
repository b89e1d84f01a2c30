import { testCases } from '../change';

describe('a definition, a version', () => {
  testCases({ code: 'LLMD-CRD', kind: 'CustomResourceDefinition', below: 'spec.versions[0].' }, [
    [{ storage: false }, 'spec.versions: 0 versions are stored, expected 1'],
    [
      { name: 'V1' },
      'name: "V1" is no DNS label that begins with a letter: up to 63 lower-case letters, digits and dashes',
    ],
    [{ served: false }],
    [
      { schema: undefined },
      'schema.openAPIV3Schema: openAPIV3Schema is missing',
      'selectableFields[0].jsonPath: ".spec.mode" is no field of type string, boolean or integer',
    ],
    [{ deprecationWarning: 'a' }, 'deprecationWarning: the version is not deprecated'],
    [
      { 'subresources.scale.specReplicasPath': 'spec.replicas' },
      'subresources.scale.specReplicasPath: "spec.replicas" is no path below .spec',
    ],
    [
      { 'subresources.scale.statusReplicasPath': '.spec.replicas' },
      'subresources.scale.statusReplicasPath: ".spec.replicas" is no path below .status',
    ],
    [
      { 'subresources.scale.labelSelectorPath': '.metadata.labels' },
      'subresources.scale.labelSelectorPath: ".metadata.labels" is no path below .spec or .status',
    ],
    [{ 'subresources.scale.specReplicasPath': '' }, 'subresources.scale.specReplicasPath: specReplicasPath is empty'],
    [
      { 'additionalPrinterColumns[0].type': 'text' },
      'additionalPrinterColumns[0].type: "text" is not boolean, date, integer, number or string',
    ],
    [
      { 'additionalPrinterColumns[0].jsonPath': 'spec' },
      'additionalPrinterColumns[0].jsonPath: "spec" is no path in an object, such as .spec.replicas',
    ],
    [
      { 'additionalPrinterColumns[0].format': 'any' },
      'additionalPrinterColumns[0].format: "any" is not int32, int64, float, double, byte, date, date-time or password',
    ],
    [{ 'additionalPrinterColumns[0].name': '' }, 'additionalPrinterColumns[0].name: name is empty'],
    [
      { 'selectableFields[0].jsonPath': '.spec.none' },
      'selectableFields[0].jsonPath: ".spec.none" is no field of type string, boolean or integer',
    ],
    [
      { 'selectableFields[0].jsonPath': '.metadata.name' },
      'selectableFields[0].jsonPath: fields of metadata cannot be selected',
    ],
    [
      { 'selectableFields[0].jsonPath': '.spec.labels' },
      'selectableFields[0].jsonPath: ".spec.labels" is no field of type string, boolean or integer',
    ],
    [
      { selectableFields: [{ jsonPath: '.spec.mode' }, { jsonPath: '.spec.mode' }] },
      'selectableFields[1].jsonPath: there is a path .spec.mode already',
    ],
    [
      { selectableFields: [{ jsonPath: '' }] },
      'selectableFields[0].jsonPath: "" is no field of type string, boolean or integer',
    ],
  ]);
});

describe('a definition', () => {
  testCases({ code: 'LLMD-CRD', kind: 'CustomResourceDefinition' }, [
    [
      { 'metadata.name': 'router.example.com' },
      'metadata.name: "router.example.com" is not its plural and group, routers.example.com',
    ],
    [
      { 'spec.group': 'example' },
      'metadata.name: "routers.example.com" is not its plural and group, routers.example',
      'spec.group: "example" is no API group: a DNS name with a dot',
    ],
    [{ 'spec.group': '' }, 'spec.group: group is empty'],
    [
      { 'spec.group': 'Example.com' },
      'metadata.name: "routers.example.com" is not its plural and group, routers.Example.com',
      'spec.group: "Example.com" is no API group: a DNS name with a dot',
    ],
    [
      { 'spec.group': 'a.k8s.io', 'metadata.name': 'routers.a.k8s.io' },
      'metadata.annotations["api-approved.kubernetes.io"]: the group a.k8s.io needs the annotation api-approved.kubernetes.io',
    ],
    [
      {
        'spec.group': 'a.k8s.io',
        'metadata.name': 'routers.a.k8s.io',
        'metadata.annotations': { 'api-approved.kubernetes.io': 'unapproved, test' },
      },
    ],
    [
      {
        'spec.group': 'a.k8s.io',
        'metadata.name': 'routers.a.k8s.io',
        'metadata.annotations': { 'api-approved.kubernetes.io': 'https://example.com/1' },
      },
    ],
    [
      {
        'spec.group': 'a.k8s.io',
        'metadata.name': 'routers.a.k8s.io',
        'metadata.annotations': { 'api-approved.kubernetes.io': 'yes' },
      },
      'metadata.annotations["api-approved.kubernetes.io"]: the group a.k8s.io needs the annotation api-approved.kubernetes.io',
    ],
    [{ 'spec.scope': 'Global' }, 'spec.scope: "Global" is not Cluster or Namespaced'],
    [{ 'spec.scope': '' }, 'spec.scope: scope is empty'],
    [{ 'spec.names.kind': '' }, 'spec.names.kind: kind is empty'],
    [
      { 'spec.names.kind': 'ro_uter' },
      'spec.names.kind: "ro_uter" is no name of a kind: up to 63 letters, digits and dashes, beginning with a letter',
    ],
    [
      { 'spec.names.plural': 'Routers' },
      'metadata.name: "routers.example.com" is not its plural and group, Routers.example.com',
      'spec.names.plural: "Routers" is no DNS label that begins with a letter: up to 63 lower-case letters, digits and dashes',
    ],
    [
      { 'spec.names.singular': 'a b' },
      'spec.names.singular: "a b" is no DNS label that begins with a letter: up to 63 lower-case letters, digits and dashes',
    ],
    [{ 'spec.names.listKind': 'Router' }, 'spec.names.listKind: Router is the kind itself'],
    [
      { 'spec.names.shortNames': ['R'] },
      'spec.names.shortNames[0]: "R" is no DNS label that begins with a letter: up to 63 lower-case letters, digits and dashes',
    ],
    [
      { 'spec.names.categories': ['a.b'] },
      'spec.names.categories[0]: "a.b" is no DNS label that begins with a letter: up to 63 lower-case letters, digits and dashes',
    ],
    [{ 'spec.preserveUnknownFields': true }, 'spec.preserveUnknownFields: it may only be false since version v1'],
    [{ 'spec.preserveUnknownFields': false }],
    [{ 'spec.conversion': { strategy: 'Webhook' } }, 'spec.conversion.webhook: webhook is missing'],
    [{ 'spec.conversion': { strategy: 'Any' } }, 'spec.conversion.strategy: "Any" is not None or Webhook'],
    [{ 'spec.conversion': { strategy: 'None' } }],
    [
      { 'spec.conversion': { strategy: 'None', webhook: { conversionReviewVersions: ['v1'] } } },
      'spec.conversion.webhook: nothing is converted where the strategy is None',
    ],
    [
      {
        'spec.conversion': {
          strategy: 'Webhook',
          webhook: { conversionReviewVersions: ['v1'], clientConfig: { service: { name: 'a', namespace: 'b' } } },
        },
      },
    ],
    [
      {
        'spec.conversion': {
          strategy: 'Webhook',
          webhook: { conversionReviewVersions: ['v3'], clientConfig: { service: { name: 'a', namespace: 'b' } } },
        },
      },
      'spec.conversion.webhook.conversionReviewVersions: neither v1 nor v1beta1 is among them',
    ],
    [
      { 'spec.conversion': { strategy: 'Webhook', webhook: { conversionReviewVersions: ['v1'], clientConfig: {} } } },
      'spec.conversion.webhook.clientConfig: no address is given, expected url or service',
    ],
    [
      {
        'spec.conversion': {
          strategy: 'Webhook',
          webhook: { conversionReviewVersions: [], clientConfig: { url: 'https://a/b' } },
        },
      },
      'spec.conversion.webhook.conversionReviewVersions: conversionReviewVersions is empty',
    ],
    [
      {
        'spec.conversion': {
          strategy: 'Webhook',
          webhook: { conversionReviewVersions: ['v1'], clientConfig: { url: 'http://a/b' } },
        },
      },
      'spec.conversion.webhook.clientConfig.url: "http://a/b" is no URL such as https://host/path',
    ],
    [{ 'spec.versions': [] }, 'spec.versions: versions is empty'],
    [{ 'spec.versions[1].storage': true }, 'spec.versions: 2 versions are stored, expected 1'],
    [{ 'spec.versions[1].name': 'v1' }, 'spec.versions[1].name: there is a version v1 already'],
    [
      { 'spec.versions[1].deprecationWarning': '' },
      'spec.versions[1].deprecationWarning: it is not 1 to 256 printable characters',
    ],
    [
      { 'spec.versions[1].deprecationWarning': 'a\nb' },
      'spec.versions[1].deprecationWarning: it is not 1 to 256 printable characters',
    ],
    [
      { 'spec.versions[1].deprecationWarning': 'x'.repeat(257) },
      'spec.versions[1].deprecationWarning: it is not 1 to 256 printable characters',
    ],
  ]);
});
