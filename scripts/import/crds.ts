import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Definition } from '../../lib/api-server/schema/definition';
import { ImportError } from './import-error';
import { stripDescriptions } from './schema';
import { origin, type CrdSource } from './sources';

/** A CRD for `imports/`. */
export interface ImportedCrd {
  readonly crd: Definition;
  readonly origin: string;
  /** The version to make TypeScript types for, if any. */
  readonly typedVersion?: string;
}

/** The CRDs in `folder` that `source` selects, ready to install. */
export function importCrds(source: CrdSource, folder: string): ImportedCrd[] {
  const found = readCrds(folder);
  const { kinds, typed } = source;
  const wanted = kinds === 'all' ? found : kinds.map((kind) => only(kind, found, source));
  Object.keys(typed).forEach((kind) => only(kind, wanted, source));
  return wanted.map((crd) => ({
    crd: installable(crd),
    origin: origin(source),
    typedVersion: typed[crd.spec.names.kind],
  }));
}

/** The CRDs in `folder`. It may contain other kinds, such as the ValidatingAdmissionPolicy of the Gateway API. */
export function readCrds(folder: string): Definition[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')))
    .map((document) => {
      if (document.errors.length > 0) {
        throw new ImportError(`cannot parse a file in ${folder}: ${document.errors[0].message}`);
      }
      return document.toJS() as Definition | { readonly kind: '' } | null;
    })
    .filter((object): object is Definition => object?.kind === 'CustomResourceDefinition');
}

function only(kind: string, crds: readonly Definition[], source: CrdSource): Definition {
  const matches = crds.filter((crd) => crd.spec.names.kind === kind);
  if (matches.length !== 1) {
    throw new ImportError(
      `expected one CRD of kind ${kind} in ${origin(source)} ${source.folder}, got ${matches.length}`,
    );
  }
  return matches[0];
}

/**
 * The definition to apply: all versions as upstream serves them, without the status, which the API server writes, and
 * without descriptions, so that client-side apply can keep a copy in an annotation.
 */
function installable({ status: _, ...crd }: Definition): Definition {
  const versions = crd.spec.versions.map((version) => ({
    ...version,
    schema: { openAPIV3Schema: stripDescriptions(version.schema.openAPIV3Schema) },
  }));
  const stripped = { ...crd, spec: { ...crd.spec, versions } };
  if (JSON.stringify(stripped).includes('{{')) {
    throw new ImportError(`${crd.metadata.name} is a template, not a plain CRD: render its chart first`);
  }
  return stripped;
}
