import { ImportError } from './import-error';
import { apiVersionOf, groupVersionKind, shortName, type Definitions } from './kubernetes';
import type { OpenApiSchema } from '../../lib/api-server/schema/definition';

/**
 * TypeScript for `definitions`, with the field names and values of YAML. `cdk8s import k8s` respells them
 * (`clusterIp`), needs the network, and makes classes that drop unknown fields.
 */
export function kubernetesTypes(definitions: Definitions): string {
  return Object.entries(definitions)
    .map(([name, definition]) => (definition.properties ? anInterface(name, definition) : alias(name, definition)))
    .join('\n');
}

function anInterface(name: string, definition: OpenApiSchema): string {
  const gvk = groupVersionKind(definition);
  const fixed: { [field: string]: string } = gvk ? { apiVersion: `'${apiVersionOf(gvk)}'`, kind: `'${gvk.kind}'` } : {};
  const fields = Object.entries(definition.properties ?? {}).map(([field, schema]) => {
    const optional = definition.required?.includes(field) ? '' : '?';
    return `  readonly ${fieldName(field)}${optional}: ${fixed[field] ?? typeOf(schema)};\n`;
  });
  return `export interface ${name} {\n${fields.join('')}}\n`;
}

function alias(name: string, definition: OpenApiSchema): string {
  return `export type ${name} = ${typeOf(definition)};\n`;
}

function fieldName(field: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(field) ? field : `'${field}'`;
}

function typeOf(schema: OpenApiSchema): string {
  if (schema.$ref) {
    return shortName(schema.$ref);
  }
  if (schema.oneOf) {
    return (schema.oneOf as OpenApiSchema[]).map(typeOf).sort().join(' | ');
  }
  switch (schema.type) {
    case 'string':
    case 'boolean':
      return schema.type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `readonly ${typeOf(schema.items!)}[]`;
    case 'object':
      return `{ readonly [key: string]: ${valueType(schema)} }`;
    default:
      throw new ImportError(`cannot express as a TypeScript type: ${JSON.stringify(schema)}`);
  }
}

function valueType({ additionalProperties }: OpenApiSchema): string {
  return typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown';
}
