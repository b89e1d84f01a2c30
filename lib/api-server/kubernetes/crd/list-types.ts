import { show } from '../checks';
import type { Field } from '../field';

/** `x-kubernetes-list-type` and what comes with it. */
export function checkListType(field: Field): void {
  const [listType, keys, items] = ['x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'items'].map((name) =>
    field.at(name),
  );
  if (!keys.empty && listType.value !== 'map') {
    listType.refuse('there are keys, which only a map has', 'write map, or take the keys away');
  }
  if (!listType.given) return;
  if (field.at('type').value !== 'array')
    return listType.refuse('it is for lists', 'write type: array, or take it away');
  if (!['atomic', 'map', 'set'].includes(listType.value)) {
    return listType.refuse(`${show(listType.value)} is not atomic, map or set`, 'write one of them');
  }
  if (listType.value === 'atomic') return;
  if (items.at('nullable').value === true) {
    items.at('nullable').refuse(`items of a ${listType.value} are not null`, 'take it away');
  }
  if (listType.value === 'map') checkMap(keys, items);
  else checkSet(items);
}

function checkSet(items: Field): void {
  const { type } = items.value ?? {};
  const [listType, mapType] = [items.at('x-kubernetes-list-type'), items.at('x-kubernetes-map-type')];
  if (type === 'array' && listType.given && listType.value !== 'atomic') {
    listType.refuse('lists in a set are compared as a whole', 'write atomic');
  }
  if (type === 'object' && mapType.value !== 'atomic') {
    mapType.refuse('objects in a set are compared as a whole', 'write x-kubernetes-map-type: atomic');
  }
}

function checkMap(keys: Field, items: Field): void {
  if (keys.empty) keys.refuse('a map has keys', 'list the fields that tell its items apart');
  if (items.at('type').value !== 'object') return items.at('type').refuse('items of a map are objects', 'write object');
  const required: readonly string[] = items.at('required').value ?? [];
  for (const key of keys.items) {
    const property = items.at('properties', key.value);
    if (!property.given) {
      key.refuse(`${show(key.value)} is no property of the items`, 'name one of them');
      continue;
    }
    if (['array', 'object'].includes(property.at('type').value)) {
      property.at('type').refuse(`${key.value} is a key of the map, which is a text or a number`, 'correct the type');
    }
    if (property.at('nullable').value === true) {
      property.at('nullable').refuse(`${key.value} is a key of the map, and so never null`, 'take it away');
    }
    if (!required.includes(key.value) && !property.at('default').given) {
      property.refuse(`${key.value} is a key of the map, and may be missing`, 'make it required, or give it a default');
    }
  }
  if (new Set(keys.value).size < keys.items.length) keys.refuse('a key is listed twice', 'keep one of them');
}
