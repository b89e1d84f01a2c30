import { crdTypes } from './crd-types';
import { importCrds, type ImportedCrd } from './crds';
import { banner, json } from './generated';
import { moduleFolder } from './go-module';
import { kubernetesDefinitions } from './kubernetes';
import { kubernetesTypes } from './kubernetes-types';
import { llmdCrds } from './llm-d';
import { CRD_SOURCES, KUBERNETES_SOURCE, origin } from './sources';

/** Generated files: path below `imports/` -> text. */
export type Files = ReadonlyMap<string, string>;

/** Runs a step of the work; how it shows that is its own affair. */
export type Step = <Result>(name: string, work: () => Result) => Result;

/** Makes everything that `imports/` holds, in memory. */
export function generate(step: Step): Files {
  const upstream = CRD_SOURCES.flatMap((source) =>
    step(origin(source), () => importCrds(source, moduleFolder(source))),
  );
  const crds = [...upstream, ...llmdCrds(upstream)];
  const types = step('cdk8s import', () => crdTypes(crds));
  const kubernetes = step(origin(KUBERNETES_SOURCE), kubernetesFiles);
  return new Map([...crds.map(crdFile), ...types, ...kubernetes]);
}

function crdFile({ crd }: ImportedCrd): [string, string] {
  return [`crds/${crd.metadata.name}.json`, json(crd)];
}

function kubernetesFiles(): [string, string][] {
  const definitions = kubernetesDefinitions(KUBERNETES_SOURCE, moduleFolder(KUBERNETES_SOURCE));
  const head = banner([origin(KUBERNETES_SOURCE)]);
  return [
    ['k8s.ts', `${head}\n${kubernetesTypes(definitions)}`],
    ['k8s.schema.json', json({ $comment: head.slice(3, head.indexOf('\n')), definitions })],
  ];
}
