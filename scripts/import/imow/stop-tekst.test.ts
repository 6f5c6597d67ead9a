import { describe, expect, test } from 'vitest';
import { readXml } from '../xml.ts';
import { citeWId, readArtikel, type StopTekst } from './stop-tekst.ts';

async function read(xml: string): Promise<Map<string, StopTekst>> {
  async function* bytes() {
    yield new TextEncoder().encode(xml);
  }
  for await (const { element } of readXml(bytes(), new Set(['Artikel']), 'proef.xml')) return readArtikel(element);
  throw new Error('No artikel');
}

const kop = '<Kop><Label>ARTIKEL</Label><Nummer>2.3</Nummer><Opschrift>Bomen  kappen</Opschrift></Kop>';

describe('readArtikel', () => {
  test('gives the artikel and each lid, as they are cited', async () => {
    const teksten = await read(`<Artikel wId="art">${kop}
      <Lid wId="lid1"><LidNummer>1.</LidNummer><Inhoud><Al>Kappen mag, mits:</Al><Lijst>
        <Li><LiNummer>a.</LiNummer><Al>de boom dood is; of</Al></Li>
        <Li><LiNummer>b.</LiNummer><Al>het gaat om:</Al><Lijst><Li><LiNummer>1°.</LiNummer><Al>een berk.</Al></Li></Lijst></Li>
      </Lijst></Inhoud></Lid>
      <Lid wId="lid2"><LidNummer>2a.</LidNummer><Inhoud><Al>Anders niet.</Al></Inhoud></Lid></Artikel>`);
    expect(teksten.get('lid1')).toEqual({
      nummer: 'Artikel 2.3 lid 1',
      opschrift: 'Bomen kappen',
      tekst: 'Kappen mag, mits:\na. de boom dood is; of\nb. het gaat om:\n1°. een berk.',
    });
    expect(teksten.get('lid2')?.nummer).toBe('Artikel 2.3 lid 2a');
    expect(teksten.get('art')?.nummer).toBe('Artikel 2.3');
    expect(teksten.get('art')?.tekst.split('\n')).toEqual([
      '1. Kappen mag, mits:',
      'a. de boom dood is; of',
      'b. het gaat om:',
      '1°. een berk.',
      '2a. Anders niet.',
    ]);
  });

  test('reads references, powers, definitions and tables as a person would', async () => {
    const teksten = await read(`<Artikel wId="art">${kop}<Inhoud>
      <Al>Bijlage<IntRef ref="x">II</IntRef>bij artikel <IntRef ref="y">2.4</IntRef>, in m<sup>2</sup> of L<sub>Aeq</sub>.</Al>
      <Begrippenlijst><Begrip><Term>boom</Term><Definitie><Al>houtig gewas;</Al></Definitie></Begrip></Begrippenlijst>
      <table><title>Tabel 1</title><tgroup><tbody><row><entry><Al>dag</Al></entry><entry><Al>50 dB(A)</Al></entry></row></tbody></tgroup></table>
    </Inhoud></Artikel>`);
    expect(teksten.get('art')?.tekst.split('\n')).toEqual([
      'Bijlage II bij artikel 2.4, in m² of LAeq.',
      'boom: houtig gewas;',
      'Tabel 1',
      'dag | 50 dB(A)',
    ]);
  });

  test('leaves out what is deleted and says so when an artikel is empty', async () => {
    const veranderd = await read(
      `<Artikel wId="a">${kop}<Inhoud><Al>Ten hoogste <VerwijderdeTekst>5</VerwijderdeTekst><NieuweTekst>6</NieuweTekst> m.</Al></Inhoud></Artikel>`,
    );
    expect(veranderd.get('a')?.tekst).toBe('Ten hoogste 6 m.');
    expect((await read(`<Artikel wId="a">${kop}<Gereserveerd/></Artikel>`)).get('a')?.tekst).toBe('Gereserveerd.');
  });
});

test('cites a text that was not delivered by its wId', () => {
  expect(citeWId('gm0233_1-0__chp_22__art_22.27__para_2')).toBe('Artikel 22.27 lid 2');
  expect(citeWId('gm0233_1-0__chp_22__art_22.27')).toBe('Artikel 22.27');
});
