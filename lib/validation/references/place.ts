import type { Path } from '../../text/path';

/** A value in an object, and where it stands. Whatever is not there, or is of another type, reads as nothing. */
export class Place {
  /** The top of an object, or what stands at a step below `parent`. */
  constructor(
    readonly value: any,
    private readonly parent?: Place,
    private readonly step?: Path[number],
  ) {}

  /** Computed on first use: most places are never asked for their path. */
  get path(): Path {
    return this.parent === undefined ? [] : [...this.parent.path, this.step!];
  }

  /** A place below this one. */
  at(...steps: Path): Place {
    return steps.reduce<Place>((place, step) => new Place(place.value?.[step], place, step), this);
  }

  /** The entries of the list below. */
  each(...steps: Path): Place[] {
    const list = this.at(...steps);
    return Array.isArray(list.value) ? list.value.map((entry, index) => new Place(entry, list, index)) : [];
  }

  /** The fields of the mapping here, by name. */
  fields(): [name: string, place: Place][] {
    return isMapping(this.value) ? Object.keys(this.value).map((name) => [name, this.at(name)]) : [];
  }

  /** The text of a field; undefined where there is none. May be empty. */
  text(field: string): string | undefined {
    const value: unknown = this.value?.[field];
    return typeof value === 'string' ? value : undefined;
  }

  /** The texts of a mapping, such as labels; undefined where there is no mapping. */
  texts(): { [key: string]: string } | undefined {
    if (!isMapping(this.value)) return undefined;
    const entries = Object.entries(this.value);
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
