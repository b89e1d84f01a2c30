/** Markup, which needs no escapes any more. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Content = string | number | undefined | Markup | readonly Content[];

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template of markup: what is put in is escaped, unless it is `Markup` itself. */
export function markup(template: TemplateStringsArray, ...contents: Content[]): Markup {
  return new Markup(String.raw({ raw: template }, ...contents.map(textOf)));
}

function textOf(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'object') return content.map(textOf).join('');
  return String(content).replace(/[&<>"']/g, (character) => ESCAPES[character]);
}
