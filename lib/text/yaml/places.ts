import { EVENT_ID, type ScalarEvent } from 'js-yaml';
import type { Path } from '../path';
import { compose } from './compose';
import { lineAt } from '../line-starts';
import { parse } from './parse';
import { RecentlyUsed } from './recently-used';
import { lineOfScalar } from './scalar-lines';

/** A document of a file. The places in it are worked out when one is asked for. */
export class PlacedDocument {
  constructor(
    readonly text: string,
    /** The line of the file, from 1, on which the document begins. */
    readonly firstLine: number,
  ) {}

  /**
   * The line in the file of a place in the document, or of what is nearest around it.
   *
   * @param lineOfText of the text at this place: a line from 1
   */
  lineOf(path: Path, lineOfText?: number): number {
    const { text, start, root, entries } = RECENT.get(this, placesIn);
    let [value, offset]: [any, number] = [root, start];
    let scalar: ScalarEvent | undefined;
    for (const step of path) {
      const next = entries.get(value)?.get(step);
      scalar = next?.scalar;
      if (next === undefined) break;
      if (Number.isFinite(next.offset)) offset = next.offset;
      value = value[step];
    }
    if (scalar === undefined || lineOfText === undefined) return this.firstLine - 1 + lineAt(text, offset);
    return this.firstLine - 1 + lineOfScalar(text, scalar, lineOfText);
  }
}

/** The places of all entries of a document. */
interface Places {
  readonly text: string;
  readonly start: number;
  readonly root: unknown;
  /** List or mapping -> index or key -> place. */
  readonly entries: ReadonlyMap<unknown, ReadonlyMap<string | number, Entry>>;
}

/** Where an entry of a list or mapping stands, and its value if it is a scalar. */
interface Entry {
  readonly offset: number;
  readonly scalar?: ScalarEvent;
}

function placesIn(document: PlacedDocument): Places {
  const parsed = parse(document.text);
  const entries = new Map<unknown, Map<string | number, Entry>>();
  const { value } = compose(parsed, (container, key, offset, node) => {
    const entry = { offset, scalar: node.type === EVENT_ID.SCALAR && node.valueStart >= 0 ? node : undefined };
    const known = entries.get(container);
    if (known === undefined) entries.set(container, new Map([[key, entry]]));
    else known.set(key, entry);
  });
  return { text: parsed.text, start: parsed.text.search(CONTENT), root: value, entries };
}

/** The first line with content. */
const CONTENT = /^[ \t]*[^\s#]/m;

/** Places take many times the memory of their text, so only those of this many characters are kept. */
const KEPT_CHARACTERS = 4e6;
const RECENT = new RecentlyUsed<PlacedDocument, Places>(KEPT_CHARACTERS, ({ text }) => text.length);
