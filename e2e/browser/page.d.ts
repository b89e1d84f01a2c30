/** Lengths are pixels. */
export interface Sight {
  /** The size of the whole page, scrolled parts included. */
  readonly width: number;
  readonly background: string;
  /** The contrast ratio of each text with its background, from 1 to 21. */
  readonly contrasts: readonly { readonly text: string; readonly contrast: number }[];
  /** The visible ones. */
  readonly charts: readonly ChartSight[];
}

export interface ChartSight {
  readonly width: number;
  readonly height: number;
  readonly smallestLetters: number;
  /** Pairs of texts that cover each other. */
  readonly overlaps: readonly string[];
  /** Texts that stick out of the chart. */
  readonly cutOff: readonly string[];
}

export function look(): Sight;
export function countColors(png: string): Promise<number>;
