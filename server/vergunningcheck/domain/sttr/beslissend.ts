import { findAll, rawTextOf, type XmlElement } from '../../../xml/domain.ts';
import type { Decision, DecisionTable } from '../dmn/model.ts';
import { readLiteral } from '../dmn/unary.ts';
import type { DeelEvaluatie, Voorbereid } from './deels.ts';
import { plaatsen } from './tabelbits.ts';

/** One cell of a rule that decided: what was asked of a value, and what the value was. */
export interface Voorwaarde {
  /** The expression of the column. */
  invoer: string;
  /** The cell, as the file writes it. */
  test: string;
  /** The value; undefined when it is not known, because it made no difference. */
  waarde: unknown;
  /** Id of the question that gave it; null: another decision did. */
  vraag: string | null;
}

/** A rule that led to the outcome. */
export interface BeslissendeRegel {
  /** The decision of the file that this led to. */
  hoofdbeslissing: string;
  beslissing: string;
  /** Counted from 1, as a person counts the rows of a table. */
  nummer: number;
  id: string | null;
  /** The outputs as values, where they are plain. */
  uitkomst: unknown;
  annotaties: string[];
  toelichtingen: string[];
  /** Line in the file. */
  regel: number;
  voorwaarden: Voorwaarde[];
}

/** The rules behind an outcome: of the decision it was about first, then of the decisions that those rules looked at. */
export function vindBeslissendeRegels(
  { bestand, kolommen }: Voorbereid,
  evaluatie: DeelEvaluatie,
  waarden: ReadonlyMap<string, unknown>,
): BeslissendeRegel[] {
  const gevonden: BeslissendeRegel[] = [];
  const gezien = new Set<string>();
  let hoofdbeslissing = '';
  const bezoek = (decision: Decision, table: DecisionTable): void => {
    if (gezien.has(decision.id)) return;
    gezien.add(decision.id);
    const stand = evaluatie.standVan(decision.id);
    const volgende: string[] = [];
    for (const plaats of stand.bekend ? plaatsen(stand.beslissend) : []) {
      const rule = table.rules[plaats];
      if (!rule) continue;
      const voorwaarden = rule.inputs.flatMap((test, kolom): Voorwaarde[] => {
        const { element = null, tekst = '' } = kolommen.get(decision.id)?.[kolom] ?? {};
        if (test.trim() === '-' || test.trim() === '') return [];
        const vraag = element === null ? null : (bestand.vraagVanInvoer.get(element)?.id ?? null);
        if (element !== null && vraag === null) volgende.push(element);
        const eigen = element === null ? null : evaluatie.standVan(element);
        const waarde = vraag === null ? (eigen?.bekend ? eigen.waarde : undefined) : waarden.get(vraag);
        return [{ invoer: tekst, test, waarde, vraag }];
      });
      gevonden.push({
        hoofdbeslissing,
        beslissing: decision.name,
        nummer: plaats + 1,
        id: rule.id,
        uitkomst: rule.outputs.length === 1 ? plain(rule.outputs[0]) : rule.outputs.map(plain),
        annotaties: rule.annotations.filter((annotatie) => annotatie !== ''),
        toelichtingen: rule.extensions.flatMap(readToelichtingen),
        regel: rule.line,
        voorwaarden,
      });
    }
    for (const id of volgende) bezoekElement(id);
  };
  const bezoekElement = (id: string): void => {
    const element = bestand.definitions.elements.get(id);
    if (element?.kind !== 'decision') return;
    if (element.expression.kind === 'table') bezoek(element, element.expression);
    else for (const href of element.requires) bezoekElement(href.slice(href.lastIndexOf('#') + 1));
  };
  for (const { id, name } of bestand.hoofdbeslissingen) {
    hoofdbeslissing = name;
    gezien.clear();
    bezoekElement(id);
  }
  return gevonden;
}

const plain = (text = ''): unknown => {
  const literal = readLiteral(text);
  return literal === undefined ? text : literal;
};

function readToelichtingen(extension: XmlElement): string[] {
  return findAll(extension, 'conclusieToelichting').flatMap((xml) =>
    findAll(xml, 'toelichting')
      .map(rawTextOf)
      .filter((text) => text !== ''),
  );
}
