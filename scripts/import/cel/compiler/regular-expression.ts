import { Unknown } from './code';

/** Parts of RE2 patterns with their translation to JavaScript with the flag `u`. The first match is used. */
const PIECES: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/^\\[.*+?^${}()|[\]\\/dDwWbBtnrfv-]/, escape],
  [/^\\[!-/:-@_`~]/, (text) => text.slice(1)],
  [/^\\s/, () => '[\\t\\n\\f\\r ]'],
  [/^\./, () => '[^\\n]'],
  [/^\[\^?\]?(?:\\[dw.*+?^${}()|[\]\\/_-]|[^\][\\])+\]/, characters],
  [/^\(\?:/, same],
  [/^\((?!\?)/, same],
  [/^(?:[*+?]|\{\d+(?:,\d*)?\})\??/, same],
  [/^[)|^$]/, same],
  [/^[/\]}]/, (text) => `\\${text}`],
  [/^[^\\.[\](){}*+?|^$/]/u, same],
];

function same(text: string): string {
  return text;
}

/** In JavaScript a hyphen is escaped in classes only. */
function escape(text: string): string {
  return text === '\\-' ? '-' : text;
}

/** In JavaScript a slash in a class need not be escaped, but a bracket must be. */
function characters(text: string): string {
  const [, start, inside] = /^(\[\^?)([^]*)\]$/.exec(text)!;
  return `${start}${inside.replace(/^\]/, '\\]').replace(/\\_/g, '_')}]`;
}

/** Translates a pattern of RE2, as CEL's `matches` uses, to a JavaScript literal. Throws `Unknown` if it cannot. */
export function toRegExp(pattern: string): string {
  // The flag may stand after the `^`, where it means the same.
  const [, start, flag, rest] = /^(\^?)(\(\?i\))?([^]*)$/.exec(pattern)!;
  if (flag !== undefined && /\\[bBwW]/.test(rest)) throw new Unknown(`the pattern ${pattern}: words without case`);
  const translated = start + translate(rest, pattern).replace(/\n/g, '\\n');
  const flags = flag === undefined ? 'u' : 'iu';
  try {
    new RegExp(translated, flags);
  } catch (error) {
    throw new Unknown(`the pattern ${pattern} (${(error as Error).message})`);
  }
  return `/${translated}/${flags}`;
}

function translate(rest: string, pattern: string): string {
  if (rest === '') return '';
  for (const [form, to] of PIECES) {
    const text = form.exec(rest)?.[0];
    if (text !== undefined) return to(text) + translate(rest.slice(text.length), pattern);
  }
  throw new Unknown(`the pattern ${pattern} from ${JSON.stringify(rest)}`);
}
