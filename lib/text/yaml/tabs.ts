import { COLLECTION_STYLE, type Event, EVENT_ID, SCALAR_STYLE } from 'js-yaml';
import { lineAt } from '../line-starts';
import { ParseError } from './parse-error';
import type { Parsed } from './parse';

/** A tab where a line begins, or behind the dash of an item. */
const TAB = /^(?: |-(?=[ \t]))*\t/gm;

/**
 * Throws a `ParseError` for a tab that kubectl's parser refuses and js-yaml allows: on an otherwise empty line, before a
 * comment, or behind a dash. Within brackets, quotes and block scalars tabs are allowed.
 */
export function refuseTabs({ text, events }: Parsed): void {
  if (!text.includes('\t')) return;
  const content = new Content(events);
  for (const { index } of text.matchAll(TAB)) {
    if (content.includes(index)) continue;
    throw new ParseError('a tab stands where YAML wants spaces', 'write spaces', lineAt(text, index));
  }
}

/** Finds out whether offsets, in rising order, lie within brackets, quotes or block scalars. */
class Content {
  private next = 0;
  private scalarEnd = 0;
  /** Of every open list and mapping, whether it is written in brackets. */
  private readonly brackets: boolean[] = [];

  constructor(private readonly events: readonly Event[]) {}

  includes(offset: number): boolean {
    for (let node = this.nextNode(); node < this.events.length; node = this.nextNode()) {
      const event = this.events[node];
      if (startOf(event) > offset) break;
      // Lists and mappings that end, end before the next node; events do not say where.
      this.brackets.length -= node - this.next;
      this.next = node + 1;
      if (event.type === EVENT_ID.SCALAR && event.style !== SCALAR_STYLE.PLAIN) this.scalarEnd = event.valueEnd;
      if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
        this.brackets.push(event.style === COLLECTION_STYLE.FLOW);
      }
    }
    return offset < this.scalarEnd || this.brackets.includes(true);
  }

  private nextNode(): number {
    let index = this.next;
    while (this.events[index]?.type === EVENT_ID.POP) index++;
    return index;
  }
}

function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart;
  return event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE ? event.start : 0;
}
