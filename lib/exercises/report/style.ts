/** Colours for a light and a dark screen; charts use the same names. Texts have a contrast of 4.5:1 or more. */
const COLORS = {
  light: {
    page: '#ffffff',
    text: '#1c2128',
    muted: '#59636e',
    line: '#dde2e8',
    panel: '#f5f7f9',
    plain: '#3b78c3',
    stream: '#0f8577',
    failed: '#c4232d',
    passed: '#1a7434',
    event: '#7a4fb5',
  },
  dark: {
    page: '#14181d',
    text: '#e4e8ec',
    muted: '#9da7b3',
    line: '#2d343c',
    panel: '#1b2127',
    plain: '#6ba3ea',
    stream: '#45bfae',
    failed: '#ff7b78',
    passed: '#56c271',
    event: '#bd9cf0',
  },
};

export const STYLE = `
:root { color-scheme: light dark; ${variables(COLORS.light)} }
@media (prefers-color-scheme: dark) { :root { ${variables(COLORS.dark)} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
main { max-width: 784px; margin: 0 auto; padding: 32px 16px 64px; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 24px; line-height: 1.25; }
h2 { margin: 48px 0 0; padding-top: 16px; border-top: 1px solid var(--line); font-size: 19px; line-height: 1.3; }
h3 { margin: 32px 0 0; font-size: 16px; line-height: 1.4; }
p { margin: 4px 0 0; }
a { color: inherit; }
pre { margin: 16px 0; padding: 10px 12px; background: var(--panel); border-radius: 6px; font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap; }
table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 16px 5px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: normal; }
th:last-child, td:last-child { padding-right: 0; }
thead th, caption, figcaption, .at, .note, .facts th { color: var(--muted); }
thead th { font-size: 13px; }
.facts { width: 100%; }
.facts th, .facts td { padding-top: 3px; padding-bottom: 3px; }
.facts th { width: 11em; }
.facts tr:last-child > * { border-bottom: 0; }
.passed, .failed { font-weight: 600; white-space: nowrap; }
.passed { color: var(--passed); }
.failed { color: var(--failed); }
.checks { width: 100%; margin-top: 12px; table-layout: fixed; }
.checks thead th:first-child { width: 84px; }
.checks thead th:nth-child(2) { width: 31%; }
.checks thead th:last-child { width: 22%; }
.checks tbody th { font-weight: 600; }
figure { margin: 16px 0 0; }
figcaption, caption { font-size: 13px; text-align: left; }
svg { display: block; width: 100%; height: auto; margin-top: 4px; }
svg.narrow { display: none; }
.legend, .events { margin: 0; padding: 0; list-style: none; font-size: 13px; }
.legend { display: flex; flex-wrap: wrap; column-gap: 16px; color: var(--text); }
.events { margin-top: 8px; counter-reset: event; }
.events li { display: grid; grid-template-columns: 24px 60px 1fr; counter-increment: event; }
.events li::before { content: counter(event); color: var(--event); font-weight: 600; }
.tables { display: flex; flex-wrap: wrap; gap: 16px 48px; margin-top: 16px; align-items: flex-start; }
.scroll { max-width: 100%; overflow-x: auto; overflow-wrap: normal; }
.numbers th:not(:first-child), .numbers td:not(:first-child) { padding: 5px 0 5px 20px; text-align: right; }
@media (max-width: 640px) {
  main { padding-top: 20px; }
  .facts th { width: 7.5em; }
  .checks thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
  .checks tbody, .checks { display: block; }
  .checks tr { display: grid; grid-template-columns: max-content 1fr; column-gap: 12px; padding: 6px 0; border-bottom: 1px solid var(--line); }
  .checks tbody th, .checks td { padding: 1px 0; border: 0; }
  .checks td[data-column] { grid-column: 1 / -1; }
  .checks td[data-column]::before { content: attr(data-column) ": "; color: var(--muted); }
  svg.wide { display: none; }
  svg.narrow { display: block; max-width: 480px; }
  .numbers { font-size: 13px; }
  .numbers th:not(:first-child), .numbers td:not(:first-child) { padding-left: 10px; }
}
`;

function variables(colors: { readonly [name: string]: string }): string {
  return Object.entries(colors)
    .map(([name, color]) => `--${name}: ${color};`)
    .join(' ');
}
