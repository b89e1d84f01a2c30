import { readFileSync } from 'node:fs';
import { imported } from '../imports';
import type { KindEntry, KindTable } from './kind-table';

let table: KindTable | undefined;

/** All known kinds. The file is read on first use. */
export function kindTable(): KindTable {
  return (table ??= JSON.parse(readFileSync(imported('kinds.json'), 'utf8')) as KindTable);
}

/** The entry of a kind; undefined if the kind is not known. */
export function kindEntry(group: string, kind: string): KindEntry | undefined {
  const kinds = kindTable();
  return Object.hasOwn(kinds, group) && Object.hasOwn(kinds[group], kind) ? kinds[group][kind] : undefined;
}

/** The apiVersion of a group and version: `apps/v1`, and `v1` for the core group. */
export function apiVersionOf(group: string, version: string): string {
  return group === '' ? version : `${group}/${version}`;
}
