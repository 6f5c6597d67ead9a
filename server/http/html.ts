/** Markup that is safe to send. */
export class Html {
  readonly tekst: string;
  constructor(tekst: string) {
    this.tekst = tekst;
  }
}

type Inhoud = Html | string | number | boolean | null | undefined | readonly Inhoud[];

/** Writes markup; everything that is filled in is text, unless it is markup itself. */
export function html(delen: TemplateStringsArray, ...inhoud: readonly Inhoud[]): Html {
  return new Html(delen.map((deel, i) => deel + (i < inhoud.length ? schrijf(inhoud[i]) : '')).join(''));
}

function schrijf(inhoud: Inhoud): string {
  if (inhoud instanceof Html) return inhoud.tekst;
  if (Array.isArray(inhoud)) return inhoud.map(schrijf).join('');
  if (inhoud === null || inhoud === undefined) return '';
  return String(inhoud).replace(/[&<>"']/g, (teken) => `&#${teken.charCodeAt(0)};`);
}
