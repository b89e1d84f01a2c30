import { readFileSync } from 'node:fs';
import { imported } from '../imports';
import type { KindEntry, KindTable } from './kind-table';

let table: KindTable | undefined;

/** Every kind that we know, read when the first object comes. */
export function kindTable(): KindTable {
  return (table ??= JSON.parse(readFileSync(imported('kinds.json'), 'utf8')) as KindTable);
}

/** What we know of a kind, if anything. */
export function kindEntry(group: string, kind: string): KindEntry | undefined {
  const kinds = kindTable();
  return Object.hasOwn(kinds, group) && Object.hasOwn(kinds[group], kind) ? kinds[group][kind] : undefined;
}

/** What stands before a kind in YAML; the core group has no name. */
export function apiVersionOf(group: string, version: string): string {
  return group === '' ? version : `${group}/${version}`;
}
