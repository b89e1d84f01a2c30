import type { EChartsOption } from 'echarts';
import type * as echarts from './echarts';
import { type Content, Markup, markup } from './markup';

/** A chart of some width in pixels, which is told to it. */
export interface Plot {
  readonly height: number;
  readonly option: EChartsOption;
}

/** In pixels: the column of text on a large screen, and on a phone. The style shows one of them. */
const WIDTHS = { wide: 752, narrow: 328 };

export const FONT_SIZE = 12;

/** Of axes and labels. The style gives the colours their values, for a light and a dark screen. */
export const INK = { text: 'var(--muted)', line: 'var(--line)' };

/** One chart with a caption. `label` says what it shows to those who do not see it. */
export function figure(caption: Content, label: string, plot: (width: number) => Plot): Markup {
  const charts = Object.entries(WIDTHS).map(
    ([name, width]) =>
      markup`<svg class="${name}" role="img" aria-label="${label}" ${drawn(width, plot(width))}</svg>\n`,
  );
  return markup`<figure>\n<figcaption>${caption}</figcaption>\n${charts}</figure>\n`;
}

/** The rest of the opening tag, and what is in the element. */
function drawn(width: number, { height, option }: Plot): Markup {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it is large, and only drawing needs it.
  const { init } = require('./echarts') as typeof echarts;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit', fontSize: FONT_SIZE }, ...option });
    const content = still(chart.renderToSVGString());
    return new Markup(`width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n${content}`);
  } finally {
    chart.dispose();
  }
}

/**
 * What is drawn, without the root element and without what only serves a mouse: its classes and ids count the charts of
 * this process, so that no two would be alike. Texts cannot match, as they hold no quotes and angle brackets.
 */
function still(svg: string): string {
  return svg
    .replace(/^<svg [^>]*>\n/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<(style|defs) ?>.*?<\/\1>\n/gs, '')
    .replace(/ (?:class|clip-path|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/^<rect [^>]*fill="none"><\/rect>\n/m, '');
}
