import { readFileSync } from 'node:fs';
import { imported } from '../imports';
import { Schemas } from './schemas';
import type { SchemaFile } from './table';

const loaded = new Map<string, Schemas>();

/** The schemas of a file in `imports/schemas`. A file is read on first use. */
export function loadSchemas(name: string): Schemas {
  let schemas = loaded.get(name);
  if (schemas === undefined) {
    schemas = new Schemas(JSON.parse(readFileSync(imported('schemas', `${name}.json`), 'utf8')) as SchemaFile);
    loaded.set(name, schemas);
  }
  return schemas;
}
