import type { Path } from '../path';
import { compose } from './compose';
import { lineAt } from './parse-error';
import { parse } from './parse';
import { RecentlyUsed } from './recently-used';

/** A document of a file. Where things stand in it is found when somebody asks. */
export class PlacedDocument {
  constructor(
    readonly text: string,
    /** The line of the file, from 1, on which the document begins. */
    readonly firstLine: number,
  ) {}

  /** The line in the file of a place in the document, or of what is nearest around it. */
  lineOf(path: Path): number {
    const { text, start, root, entries } = RECENT.get(this, placesIn);
    let [value, offset]: [any, number] = [root, start];
    for (const step of path) {
      const next = entries.get(value)?.get(step);
      if (next === undefined) break;
      if (Number.isFinite(next)) offset = next;
      value = value[step];
    }
    return this.firstLine - 1 + lineAt(text, offset);
  }
}

/** Where everything in a document stands. */
interface Places {
  readonly text: string;
  readonly start: number;
  readonly root: unknown;
  /** List or mapping -> index or key -> offset. */
  readonly entries: ReadonlyMap<unknown, ReadonlyMap<string | number, number>>;
}

function placesIn(document: PlacedDocument): Places {
  const parsed = parse(document.text);
  const entries = new Map<unknown, Map<string | number, number>>();
  const { value } = compose(parsed, (container, key, offset) => {
    const known = entries.get(container);
    if (known === undefined) entries.set(container, new Map([[key, offset]]));
    else known.set(key, offset);
  });
  return { text: parsed.text, start: parsed.text.search(CONTENT), root: value, entries };
}

/** The first line that says something. */
const CONTENT = /^[ \t]*[^\s#]/m;

/** Places take many times the memory of their text; those of so many characters are kept. */
const KEPT_CHARACTERS = 4e6;
const RECENT = new RecentlyUsed<PlacedDocument, Places>(KEPT_CHARACTERS, ({ text }) => text.length);
