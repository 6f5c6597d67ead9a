import { describe, expect, test } from 'vitest';
import { evalueer, vragen } from './evalueer.ts';
import { leesRegelbestand } from './lees.ts';
import type { Antwoorden, Regelbestand } from './model.ts';

/** A file in which every question decides together with the others, in one table of which the cells are given. */
function lees(
  versie: '1.0' | '2.0',
  regels: string,
  invoer: readonly [naam: string, ref: string, cel: string, type?: string][],
) {
  const ns = `http://toepasbare-regels.omgevingswet.overheid.nl/v${versie}/`;
  const gelezen =
    leesRegelbestand(`<definitions xmlns="http://www.omg.org/spec/DMN/20180521/MODEL/" name="Proef" namespace="urn:proef"
      xmlns:u="${ns}Uitvoeringsregel" xmlns:i="${ns}Interactieregel" xmlns:b="${ns}Bedrijfsregel" xmlns:c="${ns}Content">
    <extensionElements><i:regelgroepen>
        <i:regelgroep id="laat"><i:naam>Later</i:naam><i:prioriteit>2</i:prioriteit></i:regelgroep>
        <i:regelgroep id="vroeg"><i:naam>Eerder</i:naam><i:prioriteit>1</i:prioriteit></i:regelgroep></i:regelgroepen>
      <u:uitvoeringsregels>${regels}</u:uitvoeringsregels></extensionElements>
    ${invoer
      .map(
        ([naam, ref, , type = 'string']) => `<inputData id="i-${naam}" name="${naam}"><extensionElements>
          <u:uitvoeringsregelRef href="#${ref}"/></extensionElements><variable name="${naam}" typeRef="${type}"/></inputData>`,
      )
      .join('')}
    <decision id="d" name="Besluit"><variable name="Besluit"/>
      ${invoer.map(([naam]) => `<informationRequirement><requiredInput href="#i-${naam}"/></informationRequirement>`).join('')}
      <decisionTable hitPolicy="UNIQUE">
        ${invoer.map(([naam]) => `<input><inputExpression><text>${naam}</text></inputExpression></input>`).join('')}<output/>
        <rule>${invoer.map(([, , cel]) => `<inputEntry><text>${cel}</text></inputEntry>`).join('')}<outputEntry><text>"ja"</text></outputEntry></rule>
      </decisionTable></decision></definitions>`);
  return 'fouten' in gelezen ? gelezen.fouten.map(({ melding }) => melding) : gelezen.bestand;
}

const regel = (id: string, inhoud: string, rest = '') =>
  `<u:uitvoeringsregel id="${id}">${rest}${inhoud}</u:uitvoeringsregel>`;
const jaNee = (tekst: string) =>
  `<u:vraag><u:gegevensType>boolean</u:gegevensType><u:vraagTekst>${tekst}</u:vraagTekst></u:vraag>`;
const prioriteit = (getal: number) => `<i:prioriteit>${getal}</i:prioriteit>`;

const uitkomst = (bestand: Regelbestand | string[], antwoorden: Antwoorden) => {
  if (Array.isArray(bestand)) throw new Error(bestand.join());
  return evalueer(bestand, antwoorden).conclusies.map(({ waarde }) => waarde);
};

describe('questions of a file', () => {
  test('stand in the order of their groep and prioriteit; what has none comes last', () => {
    const bestand = lees(
      '1.0',
      regel('zonder', jaNee('Zonder?')) +
        regel('laat', jaNee('Laat?'), `<u:regelgroepRef href="#laat"/>${prioriteit(1)}`) +
        regel('vroeg2', jaNee('Tweede?'), `<u:regelgroepRef href="#vroeg"/>${prioriteit(20)}`) +
        regel('vroeg1', jaNee('Eerste?'), `<u:regelgroepRef href="#vroeg"/>${prioriteit(10)}`),
      [['a', 'zonder', 'true']],
    );
    expect(Array.isArray(bestand) ? bestand : vragen(bestand).map(({ id, groep }) => [id, groep])).toEqual([
      ['vroeg1', 'Eerder'],
      ['vroeg2', 'Eerder'],
      ['laat', 'Later'],
      ['zonder', null],
    ]);
  });

  test('a fixed value is not asked: as STTR writes it, and as IMTR 3.0 does, with a comma and dd-mm-jjjj', () => {
    const oud = (type: string, waarde: string) =>
      `<u:vasteWaarde><u:waarde>${waarde}</u:waarde><u:gegevensType>${type}</u:gegevensType></u:vasteWaarde>`;
    const nieuw = (type: string, waarde: string) =>
      `<u:vasteWaarde><u:${type}Waarde>${waarde}</u:${type}Waarde></u:vasteWaarde>`;
    const tabel = [
      ['getal', 'g', '2.5', 'number'],
      ['dag', 'd', 'date("2026-05-04")', 'date'],
      ['waar', 'w', 'true', 'boolean'],
    ] as const;
    for (const [versie, vast] of [
      [
        '1.0',
        regel('g', oud('number', '2.5')) + regel('d', oud('date', '2026-05-04')) + regel('w', oud('boolean', 'true')),
      ],
      [
        '2.0',
        regel('g', nieuw('number', '2,5')) +
          regel('d', nieuw('date', '04-05-2026')) +
          regel('w', nieuw('boolean', 'true')),
      ],
    ] as const) {
      const bestand = lees(
        versie,
        vast,
        tabel.map((rij) => [...rij]),
      );
      expect(Array.isArray(bestand) ? bestand : vragen(bestand)).toEqual([]);
      expect(uitkomst(bestand, {})).toEqual(['ja']);
    }
    expect(lees('2.0', regel('g', nieuw('number', 'veel')), [['getal', 'g', '1', 'number']])).toEqual([
      'De vaste waarde "veel" is geen number.',
    ]);
  });

  test('more answers at once reach the rules as one text, or as a list where the rules want a list', () => {
    const keuze = regel(
      'k',
      `<u:vraag><u:gegevensType>list</u:gegevensType><u:vraagTekst>Wat?</u:vraagTekst><u:opties>
        <u:optieType>meerdereAntwoorden</u:optieType><u:optieGeenVanBovenstaande>true</u:optieGeenVanBovenstaande>
        <u:optie><u:sequenceId>2</u:sequenceId><u:optieText>Steen</u:optieText></u:optie>
        <u:optie><u:sequenceId>1</u:sequenceId><u:optieText>Hout</u:optieText></u:optie></u:opties></u:vraag>`,
    );
    const alsTekst = lees('1.0', keuze, [['stof', 'k', 'if ? = null then false else contains(?, "Hout")']]);
    const alsLijst = lees('1.0', keuze, [['stof', 'k', 'list contains(?, "Hout")']]);
    for (const bestand of [alsTekst, alsLijst]) {
      expect(uitkomst(bestand, { k: ['Steen', 'Hout'] })).toEqual(['ja']);
      expect(uitkomst(bestand, { k: ['Steen'] })).toEqual([null]);
      expect(uitkomst(bestand, { k: 'Glas' })).toEqual([]);
    }
    expect(Array.isArray(alsTekst) ? [] : alsTekst.vragen[0]?.opties.map(({ tekst }) => tekst)).toEqual([
      'Hout',
      'Steen',
      'Geen van bovenstaande',
    ]);
  });

  test('a place: yes, no and partly stay apart where the rules tell them apart, and partly counts as yes where not', () => {
    const geo = regel(
      'g',
      '<u:geoVerwijzing><u:locatie identificatie="nl.gebied.1"/><u:vraagTekst>Hier?</u:vraagTekst></u:geoVerwijzing>',
    );
    const woorden = lees('2.0', geo, [['plek', 'g', '"deels"']]);
    expect(uitkomst(woorden, { g: 'deels' })).toEqual(['ja']);
    expect(uitkomst(woorden, { g: true })).toEqual([null]);
    const jaOfNee = lees('1.0', geo, [['plek', 'g', 'true', 'boolean']]);
    expect(uitkomst(jaOfNee, { g: 'deels' })).toEqual(['ja']);
    expect(uitkomst(jaOfNee, { g: 'nee' })).toEqual([null]);
  });

  test('a text must fit its pattern; a pattern that could run away refuses nothing', () => {
    const tekst = (patroon: string) =>
      regel(
        't',
        `<u:vraag><u:gegevensType>string</u:gegevensType><u:vraagTekst>Nummer?</u:vraagTekst></u:vraag>
         <i:consistentieregel><i:reguliereExpressie>${patroon}</i:reguliereExpressie><i:invulinstructie>Acht cijfers.</i:invulinstructie></i:consistentieregel>`,
      );
    const fouten = (patroon: string, antwoord: string) => {
      const bestand = lees('2.0', tekst(patroon), [['t', 't', 'not(null)']]);
      return Array.isArray(bestand) ? bestand : evalueer(bestand, { t: antwoord }).fouten.map(({ melding }) => melding);
    };
    expect(fouten('[0-9]{8}', '12345678')).toEqual([]);
    expect(fouten('[0-9]{8}', '1234')).toEqual(['Acht cijfers.']);
    expect(fouten('(a+)+b', `${'a'.repeat(40)}c`)).toEqual([]);
  });
});
