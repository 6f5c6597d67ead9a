/** Makes small files of toepasbare regels for tests and benchmarks, without the noise of XML. */

export interface ProefVraag {
  /** Of the question and of its input: letters, digits and hyphens. */
  id: string;
  type: 'boolean' | 'number' | 'string' | 'date' | 'list';
  opties?: readonly string[];
}

export interface ProefTabel {
  naam: string;
  hitPolicy: string;
  aggregation?: string;
  /** Ids of questions and names of other tables. */
  kolommen: readonly string[];
  /** Per rule the cells, and the outcome last. */
  regels: readonly (readonly string[])[];
}

const schoon = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** An STTR file of these questions, asked in this order, and tables, of which the first is the conclusie. */
export function maakProefbestand(vragen: readonly ProefVraag[], tabellen: readonly ProefTabel[]): string {
  const uitvoeringsregels = vragen.map(
    ({ id, type, opties }, plaats) => `<uitv:uitvoeringsregel id="${id}"><inter:prioriteit>${plaats}</inter:prioriteit>
      <uitv:vraag><uitv:gegevensType>${type}</uitv:gegevensType><uitv:vraagTekst>Vraag ${id}?</uitv:vraagTekst>${
        opties
          ? `<uitv:opties><uitv:optieType>enkelAntwoord</uitv:optieType>${opties
              .map(
                (optie, nummer) =>
                  `<uitv:optie><uitv:sequenceId>${nummer}</uitv:sequenceId><uitv:optieText>${schoon(optie)}</uitv:optieText></uitv:optie>`,
              )
              .join('')}</uitv:opties>`
          : ''
      }</uitv:vraag></uitv:uitvoeringsregel>`,
  );
  const invoer = vragen.map(
    ({ id, type }) => `<inputData id="in-${id}" name="${id}"><extensionElements>
      <uitv:uitvoeringsregelRef href="#${id}"/></extensionElements>
      <variable name="${id}" typeRef="${type === 'list' ? 'string' : type}"/></inputData>`,
  );
  const namen = new Set(tabellen.map(({ naam }) => naam));
  const beslissingen = tabellen.map(
    (
      { naam, hitPolicy, aggregation, kolommen, regels },
      plaats,
    ) => `<decision id="b-${schoon(naam)}" name="${schoon(naam)}">
      ${plaats === 0 ? '<extensionElements><bedr:functioneleStructuurRef href="http://proef/id/concept/Conclusie"/></extensionElements>' : ''}
      <variable name="${schoon(naam)}"/>
      ${kolommen
        .map((kolom) => {
          const [element, id] = namen.has(kolom)
            ? ['requiredDecision', `b-${kolom}`]
            : ['requiredInput', `in-${kolom}`];
          return `<informationRequirement><${element} href="#${schoon(id)}"/></informationRequirement>`;
        })
        .join('')}
      <decisionTable hitPolicy="${hitPolicy}"${aggregation ? ` aggregation="${aggregation}"` : ''}>
        ${kolommen.map((kolom) => `<input><inputExpression><text>${schoon(kolom)}</text></inputExpression></input>`).join('')}
        <output/>
        ${regels
          .map((regel, nummer) => {
            const cel = (naam: string, tekst: string) => `<${naam}><text>${schoon(tekst)}</text></${naam}>`;
            const cellen = regel.slice(0, -1).map((tekst) => cel('inputEntry', tekst));
            return `<rule id="${schoon(naam)}-${nummer + 1}">${cellen.join('')}${cel('outputEntry', regel.at(-1) ?? 'null')}</rule>`;
          })
          .join('')}
      </decisionTable></decision>`,
  );
  return `<?xml version="1.0"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="Proef" namespace="http://proef"
      xmlns:inter="http://toepasbare-regels.omgevingswet.overheid.nl/v1.0/Interactieregel"
      xmlns:bedr="http://toepasbare-regels.omgevingswet.overheid.nl/v1.0/Bedrijfsregel"
      xmlns:uitv="http://toepasbare-regels.omgevingswet.overheid.nl/v1.0/Uitvoeringsregel">
      <extensionElements><uitv:uitvoeringsregels>${uitvoeringsregels.join('')}</uitv:uitvoeringsregels></extensionElements>
      ${invoer.join('')}${beslissingen.join('')}
    </definitions>`;
}

/**
 * A file of 600 rules over nine questions: as a register of zones would be, of which each combination of yes and no has
 * its own bands.
 */
export function maakGrootProefbestand(): string {
  const jaNee = Array.from({ length: 6 }, (_, nummer): ProefVraag => ({ id: `v0${nummer + 1}`, type: 'boolean' }));
  const vragen: ProefVraag[] = [
    ...jaNee,
    { id: 'v07', type: 'number' },
    { id: 'v08', type: 'number' },
    { id: 'v09', type: 'list', opties: ['w', 'x', 'y', 'z'] },
  ];
  const regels = Array.from({ length: 600 }, (_, nummer) => {
    const band = 10 * Math.floor(nummer / 64);
    return [
      ...jaNee.map((_vraag, bit) => String(Boolean((nummer >> bit) & 1))),
      `[${band}..${band + 10})`,
      nummer % 3 === 0 ? '-' : `< ${nummer % 7}`,
      nummer % 5 === 0 ? '-' : '"x","y"',
      nummer % 2 === 0 ? '"Vergunningplicht"' : '"Meldingsplicht"',
    ];
  });
  const kolommen = vragen.map(({ id }) => id);
  return maakProefbestand(vragen, [{ naam: 'C', hitPolicy: 'UNIQUE', kolommen, regels }]);
}
