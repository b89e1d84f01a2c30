/** Functions that the compiled rules in imports/cel call. */
export { duration } from './duration';
export { isIP } from './ip';
export { all, and, exists, or } from './logic';
export { isQuantity, quantity } from './quantity';
export {
  charAt,
  codePoints,
  indexOf,
  lastIndexOf,
  lowerAscii,
  replace,
  split,
  substring,
  trim,
  upperAscii,
} from './strings';
export { isURL, url } from './url';
export { compare, divide, entry, equals, field, int64, item, modulo, number, parseInteger, size, text } from './values';
