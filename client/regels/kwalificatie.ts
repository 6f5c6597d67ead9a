import type { OutcomeLook } from '../ui/Outcome.tsx';

/**
 * The nine regelkwalificaties of IMOW in the word, icon and colour of the person. The word of the law stands behind it.
 *
 * @source IMOW waardelijst activiteitregelkwalificatie
 */
export const kwalificaties: Record<string, OutcomeLook> = {
  verbod: { woord: 'Niet toegestaan', icon: 'stop', kleur: 'rood' },
  vergunningplicht: { woord: 'Vergunning nodig', icon: 'document', kleur: 'amber' },
  meldingsplicht: { woord: 'Melden', icon: 'bel', kleur: 'blauw' },
  informatieplicht: { woord: 'Informatie geven', icon: 'informatie', kleur: 'blauw' },
  gebod: { woord: 'Verplicht', icon: 'plicht', kleur: 'amber' },
  zorgplicht: { woord: 'Zorgplicht', icon: 'zorg', kleur: 'grijs' },
  maatwerkvoorschriftbevoegdheid: { woord: 'Extra eisen mogelijk', icon: 'maatwerk', kleur: 'grijs' },
  toegestaan: { woord: 'Toegestaan', icon: 'vink', kleur: 'groen' },
  'anders geduid': { woord: 'Lees de regel', icon: 'vraag', kleur: 'onbekend' },
};

/** What a kwalificatie asks of the person, in one sentence. */
export const kwalificatieUitleg: Record<string, string> = {
  verbod: 'Dit mag hier niet, tenzij u een vergunning buiten het plan krijgt.',
  vergunningplicht: 'U hebt vooraf een vergunning nodig.',
  meldingsplicht: 'U meldt dit vooraf.',
  informatieplicht: 'U vertelt vooraf wat u gaat doen.',
  gebod: 'U moet dit doen.',
  zorgplicht: 'U moet schade voorkomen die u kunt voorkomen.',
  maatwerkvoorschriftbevoegdheid: 'De overheid kan voor uw geval extra eisen stellen.',
  toegestaan: 'Dit mag hier volgens deze regel.',
  'anders geduid': 'De regel zegt niet in één woord wat mag. Lees de tekst.',
};

/** How to show a kwalificatie; one that we do not know reads as not known, never as allowed. */
export const lookVan = (kwalificatie: string): OutcomeLook =>
  kwalificaties[kwalificatie] ?? { woord: `Lees de regel (${kwalificatie})`, icon: 'vraag', kleur: 'onbekend' };

const volgorde = Object.keys(kwalificaties);

/** Sorts the strictest first; what we do not know comes last. */
export const opStrengheid = (a: string, b: string): number => plaatsVan(a) - plaatsVan(b);

function plaatsVan(kwalificatie: string): number {
  const index = volgorde.indexOf(kwalificatie);
  return index < 0 ? volgorde.length : index;
}
