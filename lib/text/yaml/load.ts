import type * as yaml from 'yaml';

/**
 * The first document of a YAML text. Throws where it is none. The parser is loaded by those who need it: that takes as
 * long as all rules together.
 */
export function parseYaml(text: string, version: '1.1' | '1.2' = '1.2'): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('yaml') as typeof yaml).parse(text, { version, logLevel: 'error' });
}
