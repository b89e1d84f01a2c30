import { runInThisContext } from 'node:vm';
import type { RuleSource } from '../../../../lib/api-server/cel/schema-rules';
import { compileRule } from '../../../../scripts/import/cel/compiler/rule';
import type { OpenApiSchema } from '../../../../lib/api-server/schema/definition';
import { typeOf } from '../../../../scripts/import/cel/compiler/types';
import * as runtime from '../../../../lib/api-server/cel/runtime';
import type { CompiledRule } from '../../../../lib/api-server/cel/tree';

/** A rule as files in imports/cel have it; undefined for one that a new object need not obey. */
export function compiled(source: RuleSource, schema: OpenApiSchema): CompiledRule | undefined {
  const code = compileRule(source, typeOf(schema)!);
  const { rule, message } = source;
  return (
    code && { rule, message, unknown: code.unknown, holds: toFunction(code.holds), explain: toFunction(code.explain) }
  );
}

function toFunction(code: string | undefined): any {
  return code && runInThisContext(`({ ${Object.keys(runtime).join(', ')} }) => ${code}`)(runtime);
}
