/** Lengths are pixels. */
export interface Sight {
  /** Of all that can be scrolled to. */
  readonly width: number;
  readonly background: string;
  /** From 1 to 21, of each text with what lies behind it. */
  readonly contrasts: readonly { readonly text: string; readonly contrast: number }[];
  /** Those that are shown. */
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
