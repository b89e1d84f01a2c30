import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Definition, DefinitionVersion, OpenApiSchema } from '../../lib/api-server/schema/definition';
import type { ImportedCrd } from './crds';
import { banner } from './generated';
import { ImportError } from './import-error';
import { mapSchema, mapValues } from './schema';

/** TypeScript types of the typed versions in `crds`, as `cdk8s import` makes them: file name -> text. */
export function crdTypes(crds: readonly ImportedCrd[]): Map<string, string> {
  const typed = crds.flatMap(({ crd, typedVersion }) => (typedVersion ? [onlyVersion(crd, typedVersion)] : []));
  const files = new Map<string, string>();
  for (const [file, text] of cdk8sImport(typed)) {
    const group = file.replace(/\.ts$/, '');
    const origins = new Set(crds.filter(({ crd }) => crd.spec.group === group).map(({ origin }) => origin));
    const types = withPodTemplates(text.replace(/[ \t]+$/gm, ''));
    files.set(file, banner([...origins]) + respelledFields(text) + types);
  }
  return files;
}

/** A definition with one version: the CLI would make types of all versions and give the plain name to the first. */
function onlyVersion(crd: Definition, name: string): Definition {
  const versions = crd.spec.versions.filter((version) => version.name === name);
  if (versions.length === 0) {
    throw new ImportError(`${crd.metadata.name} has no version ${name}: correct it in sources.ts`);
  }
  return { ...crd, spec: { ...crd.spec, versions: versions.map(withoutPodTemplates) } };
}

/** A description that marks a pod template until the CLI has run, which copies descriptions into comments. */
const POD_TEMPLATE = 'cdk8s-llm-d:pod-template';

/**
 * The CLI would make 20,000 lines of types for each pod template, which differ from those in `k8s.ts`. Here it gets
 * templates without content, and `withPodTemplates` gives them the type of `k8s.ts`.
 */
function withoutPodTemplates({ schema, ...version }: DefinitionVersion): DefinitionVersion {
  const openAPIV3Schema = mapSchema(schema.openAPIV3Schema, ({ properties, ...rest }) => ({
    ...rest,
    ...(properties && {
      properties: mapValues(properties, (property) =>
        isPodTemplate(property)
          ? { type: 'object', 'x-kubernetes-preserve-unknown-fields': true, description: POD_TEMPLATE }
          : property,
      ),
    }),
  }));
  return { ...version, schema: { openAPIV3Schema } };
}

function isPodTemplate({ properties: { metadata, spec } = {} }: OpenApiSchema): boolean {
  return metadata !== undefined && spec?.required?.includes('containers') === true;
}

function withPodTemplates(text: string): string {
  const field = new RegExp(
    `(/\\*\\*\\n(?:(?!\\*/)[^])*?${POD_TEMPLATE}(?:(?!\\*/)[^])*?\\*/\\n\\s*readonly \\w+\\??: )any;`,
    'g',
  );
  const typed = text.replace(field, '$1PodTemplateSpec;').replaceAll(POD_TEMPLATE, 'A pod template.');
  return typed === text ? text : `import type { PodTemplateSpec } from './k8s';\n${typed}`;
}

/**
 * Runs the CLI once over one file, since it names its output after the API group: a second CRD of a group in a file of
 * its own would overwrite the first (cdk8s-team/cdk8s-cli#3797).
 */
function cdk8sImport(crds: readonly Definition[]): Map<string, string> {
  const directory = mkdtempSync(join(tmpdir(), 'cdk8s-import-'));
  try {
    writeFileSync(join(directory, 'crds.yaml'), crds.map((crd) => JSON.stringify(crd)).join('\n---\n'));
    const cli = join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s');
    const options = ['--language', 'typescript', '--output', 'types', '--no-save'];
    const { status, stderr } = spawnSync(process.execPath, [cli, 'import', 'crds.yaml', ...options], {
      cwd: directory, // no cdk8s.yaml applies here
      env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false', LC_ALL: 'C' }, // the output is sorted by locale
      encoding: 'utf8',
    });
    if (status !== 0) {
      throw new ImportError(`cdk8s import failed:\n${stderr}`);
    }
    const types = join(directory, 'types');
    return new Map(
      readdirSync(types)
        .sort()
        .map((file) => [file, readFileSync(join(types, file), 'utf8')]),
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/**
 * A comment that lists the fields whose names the CLI changes to camel case. Its `toJson` functions change them back;
 * objects written without them need the original names.
 */
function respelledFields(text: string): string {
  const spellings = [...text.matchAll(/^ +'(\w+)': .*\bobj\.(\w+)/gm)]
    .filter(([, api, typescript]) => api !== typescript)
    .map(([, api, typescript]) => `//   ${typescript}: ${api}\n`);
  if (spellings.length === 0) {
    return '';
  }
  return `// Fields whose name here is not their name in the API:\n${[...new Set(spellings)].sort().join('')}`;
}
