import type { OpenApiSchema } from '../../lib/api-server/schema/definition';
import { NodeTable } from '../../lib/api-server/schema/node-table';
import type { Ref, SchemaFile, SchemaNode } from '../../lib/api-server/schema/table';
import type { TypeName } from '../../lib/api-server/schema/types';
import { ImportError } from './import-error';
import { type Definitions, REFERENCE, shortName } from './kubernetes';
import { mapValues } from './schema';

const META = 'io.k8s.apimachinery.pkg.apis.meta.v1.';
const APIEXTENSIONS = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.';

const INT32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };

/** Restrictions by format. The formats int64 and double add nothing to the type. */
const FORMATS: { readonly [format: string]: SchemaNode } = {
  int32: INT32,
  byte: { format: 'go-bytes' },
  'date-time': { format: 'go-time' },
};

/** Types of Go that read JSON themselves, and whose values OpenAPI v2 cannot describe. */
const CUSTOM_TYPES: { readonly [fullName: string]: SchemaNode } = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { type: 'quantity' },
  'io.k8s.apimachinery.pkg.runtime.RawExtension': { open: true },
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { type: 'int-or-string', ...INT32 },
  [`${META}FieldsV1`]: { open: true },
  [`${META}MicroTime`]: { type: 'string', format: 'go-micro-time' },
  [`${APIEXTENSIONS}JSON`]: { open: true },
};

/**
 * Fields that OpenAPI requires and the API server does not: Go reads a missing field as its zero value, which is valid.
 * A real API server was asked for each field.
 */
const NOT_REQUIRED: { readonly [shortName: string]: readonly string[] } = {
  CSIDriver: ['spec'],
  CSINode: ['spec'],
  CSINodeSpec: ['drivers'],
  ConfigMapNodeConfigSource: ['kubeletConfigKey', 'name', 'namespace'],
  ControllerRevision: ['revision'],
  CustomResourceDefinitionVersion: ['served', 'storage'],
  DeviceClass: ['spec'],
  EndpointSlice: ['endpoints'],
  Event: ['involvedObject'],
  HTTPHeader: ['value'],
  ISCSIPersistentVolumeSource: ['lun'],
  ISCSIVolumeSource: ['lun'],
  LimitRangeSpec: ['limits'],
  PodFailurePolicy: ['rules'],
  PreferredSchedulingTerm: ['preference'],
  PriorityClass: ['value'],
  ResourceClaim: ['spec'],
  ResourceClaimTemplate: ['spec'],
  ResourceClaimTemplateSpec: ['spec'],
  RoleRef: ['apiGroup'],
  ScaleIOPersistentVolumeSource: ['secretRef'],
  ScaleIOVolumeSource: ['secretRef'],
  SleepAction: ['seconds'],
  Sysctl: ['value'],
  TokenRequest: ['audience'],
  WorkloadReference: ['name', 'podGroup'],
};

/** Defaults that only OpenAPI v3 has (api/openapi-spec/v3/api__v1_openapi.json). */
const DEFAULTS: { readonly [shortName: string]: { readonly [field: string]: unknown } } = {
  ContainerPort: { protocol: 'TCP' },
  ServicePort: { protocol: 'TCP' },
};

/**
 * How strictly Go reads a part of an object. The content of a status is not checked when an object is created. Types
 * that read JSON themselves accept unknown fields: sigs.k8s.io/json is not strict there.
 */
type Strictness = 'strict' | 'status' | 'loose';

/** Definitions with several types: a schema for each type, read loosely. */
const UNIONS: { readonly [fullName: string]: { readonly [type in 'object' | 'array' | 'boolean']?: OpenApiSchema } } = {
  [`${APIEXTENSIONS}JSONSchemaPropsOrArray`]: {
    object: { $ref: `${REFERENCE}${APIEXTENSIONS}JSONSchemaProps` },
    array: { type: 'array', items: { $ref: `${REFERENCE}${APIEXTENSIONS}JSONSchemaProps` } },
  },
  [`${APIEXTENSIONS}JSONSchemaPropsOrBool`]: {
    object: { $ref: `${REFERENCE}${APIEXTENSIONS}JSONSchemaProps` },
    boolean: { type: 'boolean' },
  },
  [`${APIEXTENSIONS}JSONSchemaPropsOrStringArray`]: {
    object: { $ref: `${REFERENCE}${APIEXTENSIONS}JSONSchemaProps` },
    array: { type: 'array', items: { type: 'string' } },
  },
};

/** A kind that gets a schema. */
export interface KubernetesKind {
  readonly apiVersion: string;
  readonly kind: string;
  /** The name of the definition in `swagger.json`. */
  readonly definition: string;
}

/** The schemas of `kinds`, and of the metadata of all objects. */
export function kubernetesSchemas(kinds: readonly KubernetesKind[], definitions: Definitions): SchemaFile {
  const compiler = new Compiler(definitions);
  const metadata = compiler.definition(`${META}ObjectMeta`, 'strict');
  const roots = kinds.map(
    ({ apiVersion, kind, definition }) => [`${apiVersion} ${kind}`, compiler.root(definition)] as const,
  );
  return compiler.table.file(true, Object.fromEntries([['ObjectMeta', metadata], ...roots]));
}

class Compiler {
  readonly table = new NodeTable();
  private readonly done = new Map<string, Ref>();

  constructor(private readonly definitions: Definitions) {}

  /** The schema of an object. Metadata has the same schema in all kinds. */
  root(fullName: string): Ref {
    const definition = amended(fullName, this.definitions);
    const { metadata: _, status, ...properties } = definition.properties ?? {};
    const node = this.compile({ ...definition, properties }, 'strict');
    return this.table.add({
      ...node,
      properties: {
        metadata: this.table.add({ open: true }),
        ...node.properties,
        ...(status && { status: this.ref(status, 'status') }),
      },
    });
  }

  /** Definitions may refer to themselves, so the position of each is reserved first. */
  definition(fullName: string, strictness: Strictness): Ref {
    const key = `${fullName} ${strictness}`;
    const known = this.done.get(key);
    if (known !== undefined) return known;
    const ref = this.table.reserve();
    this.done.set(key, ref);
    this.table.fill(ref, this.definitionNode(fullName, strictness));
    return ref;
  }

  private definitionNode(fullName: string, strictness: Strictness): SchemaNode {
    const union = UNIONS[fullName];
    if (union === undefined)
      return CUSTOM_TYPES[fullName] ?? this.compile(amended(fullName, this.definitions), strictness);
    return Object.fromEntries(Object.entries(union).map(([type, schema]) => [type, this.ref(schema, 'loose')]));
  }

  private ref(schema: OpenApiSchema, strictness: Strictness): Ref {
    if (schema.$ref !== undefined) return this.definition(schema.$ref.slice(REFERENCE.length), strictness);
    return this.table.add(this.compile(schema, strictness));
  }

  private compile(schema: OpenApiSchema, strictness: Strictness): SchemaNode {
    const { type, properties, additionalProperties, items, format = '', required = [] } = schema;
    if (type === undefined) {
      throw new ImportError(`a definition of Kubernetes has no type, which kubernetes-schemas.ts does not support`);
    }
    const inner = (part: OpenApiSchema, name?: string) => this.ref(part, name === 'status' ? 'status' : strictness);
    return {
      type: type as TypeName,
      ...FORMATS[format],
      ...('default' in schema && { default: schema.default }),
      ...(properties && { properties: mapValues(properties, inner) }),
      ...(required.length > 0 && strictness !== 'status' && { required }),
      ...(additionalProperties && { values: inner(additionalProperties as OpenApiSchema) }),
      ...(type === 'object' && strictness === 'loose' && { open: true }),
      ...(items && { items: inner(items) }),
    };
  }
}

/** A definition with the corrections above. */
function amended(fullName: string, definitions: Definitions): OpenApiSchema {
  const definition = definitions[fullName];
  const name = shortName(fullName);
  const defaults = DEFAULTS[name] ?? {};
  return {
    ...definition,
    properties:
      definition.properties &&
      mapValues(definition.properties, (schema, field) =>
        field in defaults ? { ...schema, default: defaults[field] } : schema,
      ),
    required: definition.required?.filter((field) => !NOT_REQUIRED[name]?.includes(field)),
  };
}
