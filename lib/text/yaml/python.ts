import { boolYaml11Tag, defineScalarTag, loadAll, NOT_RESOLVED, YAML11_SCHEMA, YAMLException } from 'js-yaml';

/** PyYAML's booleans: those of YAML 1.1 without `y` and `n`. */
const BOOLEAN = defineScalarTag<boolean>('tag:yaml.org,2002:bool', {
  ...boolYaml11Tag,
  resolve: (text, ...rest) => (text.length === 1 ? NOT_RESOLVED : boolYaml11Tag.resolve(text, ...rest)),
});

const SCHEMA = YAML11_SCHEMA.withTags(BOOLEAN);

/**
 * The value of a YAML text as PyYAML's `safe_load` reads it: YAML 1.1, and the last value of a key that stands twice.
 * Throws js-yaml's `YAMLException` for a text that is no YAML, or several documents.
 */
export function readPythonYaml(text: string): unknown {
  const documents = loadAll(text, { schema: SCHEMA, json: true });
  if (documents.length > 1) throw new YAMLException('expected one document, and there are several');
  return documents[0] ?? null;
}
