import { definitionSchemas } from '../../lib/api-server/schema/definition-schemas';
import type { Definition } from '../../lib/api-server/schema/definition';
import { celFiles } from './cel/files';
import { crdTypes } from './crd-types';
import { importCrds, type ImportedCrd, readCrds } from './crds';
import { banner, json } from './generated';
import { moduleFolder } from './go-module';
import { kindsJson, kubernetesKinds, KUBERNETES_FILE, servedKinds, withCrds } from './kinds';
import { kubernetesDefinitions, readSwagger } from './kubernetes';
import { kubernetesSchemas } from './kubernetes-schemas';
import { kubernetesTypes } from './kubernetes-types';
import { llmdCrds } from './llm-d';
import { schemaJson } from './schema-json';
import { CRD_SOURCES, type CrdSource, KUBERNETES_SOURCE, origin } from './sources';

/** Generated files: path below `imports/` -> text. */
export type Files = ReadonlyMap<string, string>;

/** Runs a step of the work and may show its progress. */
export type Step = <Result>(name: string, work: () => Result) => Result;

/** Generates all files of `imports/`, in memory. */
export function generate(step: Step): Files {
  const upstream = CRD_SOURCES.flatMap((source) =>
    step(origin(source), () => importCrds(source, moduleFolder(source))),
  );
  const crds = [...upstream, ...llmdCrds(upstream)];
  const further = step('further kinds', () => CRD_SOURCES.flatMap(furtherCrds));
  const types = step('cdk8s import', () => crdTypes(crds));
  const kubernetes = step(origin(KUBERNETES_SOURCE), () => kubernetesFiles(crds, further));
  const rules = step('CEL rules', () => celFiles(crds));
  return new Map([...crds.flatMap(crdFiles), ...rules, ...types, ...kubernetes]);
}

function furtherCrds({ further, ...source }: CrdSource): Definition[] {
  return further === undefined ? [] : readCrds(moduleFolder({ ...source, folder: further }));
}

function crdFiles({ crd }: ImportedCrd): [string, string][] {
  const { name } = crd.metadata;
  return [
    [`crds/${name}.json`, json(crd)],
    [`schemas/${name}.json`, schemaJson(definitionSchemas(crd))],
  ];
}

function kubernetesFiles(crds: readonly ImportedCrd[], further: readonly Definition[]): [string, string][] {
  const swagger = readSwagger(moduleFolder(KUBERNETES_SOURCE));
  const kinds = kubernetesKinds(swagger);
  const schemas = kubernetesSchemas(servedKinds(kinds, swagger), swagger.definitions);
  const types = kubernetesTypes(kubernetesDefinitions(KUBERNETES_SOURCE, swagger));
  const imported = crds.map(({ crd }) => crd);
  return [
    ['k8s.ts', `${banner([origin(KUBERNETES_SOURCE)])}\n${types}`],
    ['kinds.json', kindsJson(withCrds(kinds, imported, further))],
    [`schemas/${KUBERNETES_FILE}.json`, schemaJson(schemas)],
  ];
}
