import { type Html, html } from '../../http/html.ts';
import { type Middel, middelen, noemZekerheid } from '../domain/niveau.ts';
import { gewoonNiveau, type Oefenmens, oefenmensen } from './mensen.ts';

/** Where the practice environment stands in the address. */
export const oefenBase = '/oefenomgeving';

/** A page beside the loket, without a script. */
export function pagina(titel: string, inhoud: Html): string {
  return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titel} - Omgevingsloket op de kaart</title>
<link rel="stylesheet" href="${oefenBase}/stijl.css">
</head>
<body>
<main>
<h1>${titel}</h1>
${inhoud}
</main>
</body>
</html>
`.tekst;
}

const groepen: readonly { groep: Oefenmens['groep']; kop: string; middel: Middel }[] = [
  { groep: 'inwoner', kop: 'Inwoners', middel: 'digid' },
  { groep: 'bedrijf', kop: 'Bedrijven', middel: 'eherkenning' },
  { groep: 'gemeente', kop: 'Bij de gemeente', middel: 'medewerker' },
  { groep: 'partner', kop: 'Partners van de gemeente', middel: 'medewerker' },
];

/** Who do you want to be? One form per group, so that it works without a script. */
export function kiesPagina(actie: string): string {
  return pagina(
    'Dit is een oefenomgeving',
    html`<p>De mensen hieronder bestaan niet. Kies wie u wilt zijn. U hebt geen wachtwoord nodig.</p>
<p>Wat u hier doet, telt niet echt. Vul geen gegevens van uzelf of van anderen in.</p>
${groepen.map(
  ({ groep, kop, middel }) => html`<section aria-labelledby="${groep}">
<h2 id="${groep}">${kop}</h2>
<form method="post" action="${actie}">
<p class="niveau"><label for="${groep}-niveau">Inloggen met</label>
<select id="${groep}-niveau" name="niveau">${middelen[middel].niveaus.map(
    (niveau) =>
      html`<option value="${niveau}"${niveau === gewoonNiveau[middel] ? html` selected` : ''}>${noemZekerheid({ middel, niveau })}</option>`,
  )}</select></p>
<ul>${oefenmensen
    .filter((mens) => mens.groep === groep)
    .map(
      ({ id, naam, over, claims }) => html`<li><button name="mens" value="${id}"><strong>${naam}</strong>
<span>${claims.organisatie && `${claims.organisatie}. `}${over}</span></button></li>`,
    )}</ul>
</form>
</section>`,
)}
<form method="post" action="${actie}/_stop"><button class="stop">Niet inloggen, terug naar het loket</button></form>`,
  );
}

export const verlopenPagina = (): string =>
  pagina(
    'Deze inlogpagina is verlopen',
    html`<p>U bent misschien te lang weg geweest, of u hebt de pagina in een andere browser geopend.</p>
<p><a href="/inloggen">Begin opnieuw met inloggen</a></p>
<p><a href="/">Ga naar het loket zonder in te loggen</a></p>`,
  );
