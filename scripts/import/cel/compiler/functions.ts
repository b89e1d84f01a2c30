import { BOOL, INT, type Kind, STRING, type Type } from './types';

/** One way to call a function. */
export interface Overload {
  /** Kinds of the arguments; of a method, the first is the object. */
  readonly takes: readonly Kind[];
  readonly gives: Type;
  /** JavaScript with $0, $1 … for the arguments and $* for all; functions are those of lib/api-server/cel/runtime. */
  readonly js: string;
  /** Whether a call with valid types can fail. */
  readonly fails?: true;
}

const STRINGS: Type = { is: 'list', of: STRING };
const SIZE: readonly Overload[] = [
  { takes: ['string'], gives: INT, js: 'codePoints($0)' },
  { takes: ['list'], gives: INT, js: '$0.length' },
  { takes: ['map'], gives: INT, js: 'Object.keys($0).length' },
  { takes: ['int-or-string'], gives: INT, js: 'size($0)', fails: true },
];

/**
 * The supported functions; methods have a dot before their name.
 * https://kubernetes.io/docs/reference/using-api/cel/ has more functions, which the rules in imports/crds do not use.
 */
export const FUNCTIONS: ReadonlyMap<string, readonly Overload[]> = new Map(
  Object.entries<readonly Overload[]>({
    size: SIZE,
    '.size': SIZE,
    '.startsWith': [{ takes: ['string', 'string'], gives: BOOL, js: '$0.startsWith($1)' }],
    '.endsWith': [{ takes: ['string', 'string'], gives: BOOL, js: '$0.endsWith($1)' }],
    '.contains': [{ takes: ['string', 'string'], gives: BOOL, js: '$0.includes($1)' }],
    '.charAt': [{ takes: ['string', 'int'], gives: STRING, js: 'charAt($*)', fails: true }],
    '.indexOf': [
      { takes: ['string', 'string'], gives: INT, js: 'indexOf($*)' },
      { takes: ['string', 'string', 'int'], gives: INT, js: 'indexOf($*)', fails: true },
    ],
    '.lastIndexOf': [
      { takes: ['string', 'string'], gives: INT, js: 'lastIndexOf($*)' },
      { takes: ['string', 'string', 'int'], gives: INT, js: 'lastIndexOf($*)', fails: true },
    ],
    '.lowerAscii': [{ takes: ['string'], gives: STRING, js: 'lowerAscii($0)' }],
    '.upperAscii': [{ takes: ['string'], gives: STRING, js: 'upperAscii($0)' }],
    '.trim': [{ takes: ['string'], gives: STRING, js: 'trim($0)' }],
    '.replace': [
      { takes: ['string', 'string', 'string'], gives: STRING, js: '$0.replaceAll($1, () => $2)' },
      { takes: ['string', 'string', 'string', 'int'], gives: STRING, js: 'replace($*)' },
    ],
    '.split': [
      { takes: ['string', 'string'], gives: STRINGS, js: 'split($*)' },
      { takes: ['string', 'string', 'int'], gives: STRINGS, js: 'split($*)' },
    ],
    '.substring': [
      { takes: ['string', 'int'], gives: STRING, js: 'substring($*)', fails: true },
      { takes: ['string', 'int', 'int'], gives: STRING, js: 'substring($*)', fails: true },
    ],
    '.join': [
      { takes: ['list'], gives: STRING, js: '$0.join("")' },
      { takes: ['list', 'string'], gives: STRING, js: '$0.join($1)' },
    ],
    string: (['string', 'int', 'bool', 'int-or-string'] as const).map((kind) => {
      return { takes: [kind], gives: STRING, js: 'String($0)' };
    }),
    int: [
      { takes: ['int'], gives: INT, js: '$0' },
      { takes: ['double'], gives: INT, js: 'int64(Math.trunc($0))', fails: true },
      { takes: ['string'], gives: INT, js: 'parseInteger($0)', fails: true },
      { takes: ['int-or-string'], gives: INT, js: 'parseInteger(String($0))', fails: true },
    ],
    type: [{ takes: ['int-or-string'], gives: { is: 'type' }, js: '(typeof $0 === "string" ? "string" : "int")' }],
    duration: [{ takes: ['string'], gives: { is: 'duration' }, js: 'duration($0)', fails: true }],
    quantity: [{ takes: ['string'], gives: { is: 'quantity' }, js: 'quantity($0)', fails: true }],
    isQuantity: [{ takes: ['string'], gives: BOOL, js: 'isQuantity($0)' }],
    '.isLessThan': [{ takes: ['quantity', 'quantity'], gives: BOOL, js: '$0 < $1' }],
    '.isGreaterThan': [{ takes: ['quantity', 'quantity'], gives: BOOL, js: '$0 > $1' }],
    isURL: [{ takes: ['string'], gives: BOOL, js: 'isURL($0)' }],
    url: [{ takes: ['string'], gives: { is: 'url' }, js: 'url($0)', fails: true }],
    '.getScheme': [{ takes: ['url'], gives: STRING, js: '$0.scheme' }],
    '.getHost': [{ takes: ['url'], gives: STRING, js: '$0.host' }],
    '.getHostname': [{ takes: ['url'], gives: STRING, js: '$0.hostname' }],
    '.getPort': [{ takes: ['url'], gives: STRING, js: '$0.port' }],
    isIP: [{ takes: ['string'], gives: BOOL, js: 'isIP($0)' }],
  }),
);
