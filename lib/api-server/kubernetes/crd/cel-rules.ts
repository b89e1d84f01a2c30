import { oneOfExactly, show } from '../checks';
import type { Field } from '../field';
import { compileErrorIn } from './cel-text';

const REASONS = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];

/** `x-kubernetes-validations` of a schema. */
export function checkCelRules(schema: Field, isRoot: boolean): void {
  for (const entry of schema.at('x-kubernetes-validations').items) {
    checkTexts(entry);
    oneOfExactly(...REASONS)(entry.at('reason'));
    checkFieldPath(entry.at('fieldPath'), schema.value);
    checkOldSelf(entry);
    checkExpressions(entry, schema.value, isRoot);
  }
}

function checkTexts(entry: Field): void {
  const [rule, message, expression] = ['rule', 'message', 'messageExpression'].map((name) => entry.at(name));
  if (isBlank(rule)) return rule.refuse('the rule is empty', 'write an expression, or take the entry away');
  if (!message.empty && isBlank(message)) message.refuse('the message is blank', 'write one, or take it away');
  if (hasLines(message)) message.refuse('the message has several lines', 'write one line');
  if (hasLines(rule) && isBlank(message))
    message.refuse('a rule of several lines has a message', 'say in one line what it wants');
  if (!expression.empty && isBlank(expression))
    expression.refuse('the expression is blank', 'write one, or take it away');
}

function isBlank(field: Field): boolean {
  return (field.value ?? '').trim() === '';
}

function hasLines(field: Field): boolean {
  return /[\n\r]/.test((field.value ?? '').trim());
}

/** `.a.b` or `.a['b.c']`. */
const FIELD_PATH = /^(\.[^.[\]']+|\['(?:[^'\\]|\\.)+'\])+$/;
const STEP = /\.([^.[\]']+)|\['((?:[^'\\]|\\.)+)'\]/g;

function checkFieldPath(path: Field, schema: any): void {
  if (path.empty) return;
  const text: string = path.value;
  const steps = [...text.matchAll(STEP)].map(([, name, quoted]) => name ?? quoted);
  const found = steps.reduce((part, step) => part?.properties?.[step] ?? part?.additionalProperties, schema);
  if (!FIELD_PATH.test(text) || found === undefined)
    path.refuse(`${show(text)} is no field of this schema`, 'correct the path');
}

function checkExpressions(entry: Field, schema: any, isRoot: boolean): void {
  for (const [name, type] of [
    ['rule', 'bool'],
    ['messageExpression', 'string'],
  ] as const) {
    const text = entry.at(name);
    if (text.empty || isBlank(text)) continue;
    const compileError = compileErrorIn(text.value, {
      schema,
      isRoot,
      type,
      optionalOldSelf: entry.at('optionalOldSelf').value === true,
    });
    if (compileError !== undefined)
      text.refuse(`the API server cannot compile it: ${compileError}`, 'correct the expression');
  }
}

function checkOldSelf(entry: Field): void {
  const optional = entry.at('optionalOldSelf');
  if (optional.given && !/\boldSelf\b/.test(entry.at('rule').value ?? '')) {
    optional.refuse('the rule has no oldSelf', 'take it away');
  }
}
