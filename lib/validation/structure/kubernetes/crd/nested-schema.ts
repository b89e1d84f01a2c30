import type { Field } from '../field';
import { checkPatternOf } from './patterns';

/*
 * Parts of a schema below allOf, anyOf, oneOf and not. They restrict values, and say nothing about what there is.
 */

/** What only the schema around them says. */
const STRUCTURAL = [
  ...['default', 'title', 'description', 'nullable', 'additionalProperties', 'x-kubernetes-preserve-unknown-fields'],
  ...['x-kubernetes-embedded-resource', 'x-kubernetes-int-or-string', 'x-kubernetes-list-map-keys'],
  ...['x-kubernetes-list-type', 'x-kubernetes-map-type', 'x-kubernetes-validations'],
];

/** `types`: whether the part may name a type `itself`, or its anyOf `inside` may. */
export function checkNested(part: Field, around: Field, types: 'itself' | 'inside' | 'no'): void {
  if (!part.given) return;
  checkKeywords(part, types === 'itself');
  checkPatternOf(part);
  for (const junctor of ['allOf', 'anyOf', 'oneOf']) {
    const may = types === 'inside' && junctor === 'anyOf' ? 'itself' : 'no';
    part.at(junctor).items.forEach((nested) => checkNested(nested, around, may));
  }
  checkNested(part.at('not'), around, 'no');
  checkBelow(part, around);
}

function checkKeywords(part: Field, mayHaveType: boolean): void {
  for (const keyword of [...STRUCTURAL, ...(mayHaveType ? [] : ['type'])].filter((name) => !part.at(name).empty)) {
    part
      .at(keyword)
      .refuse(
        `${keyword} stands below a condition, where the schema is not structural`,
        'move it out of the condition',
      );
  }
}

function checkBelow(part: Field, around: Field): void {
  for (const [name, property] of part.at('properties').entries) {
    const described = around.at('properties', name);
    if (name === 'metadata') property.refuse('a condition cannot be about metadata', 'take it away');
    if (described.given) checkNested(property, described, 'no');
    else property.refuse(`${name} has a condition, and no schema`, 'add it to the properties around');
  }
  const [items, described] = [part.at('items'), around.at('items')];
  if (items.given && !described.given) items.refuse('items have a condition, and no schema', 'add items around');
  else checkNested(items, described, 'no');
}
