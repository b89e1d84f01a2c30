import type { Definition, DefinitionVersion, OpenApiSchema } from '../../lib/api-server/schema/definition';
import { EXPERIMENTAL_GROUP, LLM_D_GROUP, POOL_GROUP } from '../../lib/catalogue/api-groups';
import type { ImportedCrd } from './crds';
import { ImportError } from './import-error';

/*
 * InferenceModelRewrite and InferenceObjective moved from the inference extension to llm-d-router, which serves them as
 * llm-d.ai/v1alpha2 (llm-d/llm-d-router#1169). That repository is not available as a Go module, so its CRDs are
 * derived from the inference extension's last ones. The router's own files (config/crd/bases/llm-d.ai_*.yaml) differ
 * from those in the group, in the int32 below and in the annotation that names the bundle. `poolRef.group` keeps its
 * default, inference.networking.k8s.io: pools did not move.
 */

/** The annotation with the release of the inference extension. llm-d's CRDs do not have it. */
const LEGACY_BUNDLE = `${POOL_GROUP}/bundle-version`;

/** llm-d's CRDs, derived from their predecessors among `crds`. */
export function llmdCrds(crds: readonly ImportedCrd[]): ImportedCrd[] {
  return crds
    .filter(({ crd }) => crd.spec.group === EXPERIMENTAL_GROUP)
    .map((imported) => ({
      ...imported,
      crd: moved(imported.crd),
      origin: `${imported.origin} by way of scripts/import/llm-d.ts`,
    }));
}

function moved(crd: Definition): Definition {
  const { kind, plural } = crd.spec.names;
  const versions = kind === 'InferenceObjective' ? crd.spec.versions.map(withInt32Priority) : crd.spec.versions;
  const result: Definition = {
    ...crd,
    metadata: withoutBundle({ ...crd.metadata, name: `${plural}.${LLM_D_GROUP}` }),
    spec: { ...crd.spec, group: LLM_D_GROUP, versions },
  };
  if (JSON.stringify(result).includes(EXPERIMENTAL_GROUP)) {
    throw new ImportError(`${result.metadata.name} still contains ${EXPERIMENTAL_GROUP}: handle it in llm-d.ts`);
  }
  return result;
}

function withoutBundle({ annotations = {}, ...metadata }: Definition['metadata']): Definition['metadata'] {
  const { [LEGACY_BUNDLE]: _, ...others } = annotations;
  return Object.keys(others).length > 0 ? { annotations: others, ...metadata } : metadata;
}

function withInt32Priority(version: DefinitionVersion): DefinitionVersion {
  const openAPIV3Schema = changeProperty(version.schema.openAPIV3Schema, ['spec', 'priority'], (priority) => ({
    format: 'int32',
    ...priority,
  }));
  return { ...version, schema: { openAPIV3Schema } };
}

function changeProperty(
  schema: OpenApiSchema,
  path: readonly string[],
  change: (property: OpenApiSchema) => OpenApiSchema,
): OpenApiSchema {
  const [name, ...rest] = path;
  const property = schema.properties?.[name];
  if (!property) {
    throw new ImportError(`a schema of ${EXPERIMENTAL_GROUP} has no property "${name}" any more: see llm-d.ts`);
  }
  const changed = rest.length > 0 ? changeProperty(property, rest, change) : change(property);
  return { ...schema, properties: { ...schema.properties, [name]: changed } };
}
