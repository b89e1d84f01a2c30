import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isVllmSince, vllmMinor } from '../../catalogue/engines/vllm-version';
import { packageFolder } from '../../package-folder';

/** What all versions from `since` to before `removedIn` have in common. Both are minor versions, such as `0.18`. */
export type Entry<Value> = readonly [since: string, removedIn: string | null, value: Value];

/** `imports/vllm/arguments.json`: the arguments of every version. scripts/vllm-arguments/table_file.py writes it. */
export interface TableFile {
  /** Oldest first. */
  readonly versions: readonly string[];
  readonly options: readonly Entry<any>[];
  readonly configs: readonly Entry<{ readonly name: string; readonly schema: any }>[];
  readonly loraFields: readonly Entry<{ readonly name: string; readonly required: boolean }>[];
  readonly templates: readonly Entry<string>[];
  readonly toolParsers: readonly Entry<string>[];
  readonly reasoningParsers: readonly Entry<string>[];
  readonly model: readonly Entry<string>[];
}

let file: TableFile | undefined;

/** The file, which is read on first use: most sets have no vLLM. */
export function tableFile(): TableFile {
  const path = join(packageFolder(), 'imports', 'vllm', 'arguments.json');
  return (file ??= JSON.parse(readFileSync(path, 'utf8')) as TableFile);
}

/** The values of the entries that a version has. */
export function valuesIn<Value>(entries: readonly Entry<Value>[], version: string): readonly Value[] {
  return entries
    .filter(([since, removedIn]) => isVllmSince(version, since) && !(removedIn && isVllmSince(version, removedIn)))
    .map(([, , value]) => value);
}

/** The minor version of the oldest table. What it has may be older. */
export function oldestMinor(): string {
  return vllmMinor(tableFile().versions[0]);
}
