import type { Decision, Definitions, InputData } from '../dmn/model.ts';
import type { ModelSet } from '../dmn/model-set.ts';

export const gegevensTypen = ['boolean', 'number', 'string', 'date', 'list'] as const;
export type GegevensType = (typeof gegevensTypen)[number];

/** How an uitvoeringsregel comes by its value, as STTR and IMTR name it. */
export const vraagSoorten = [
  'vraag',
  'geoVerwijzing',
  'bijlage',
  'vasteWaarde',
  'vasteWaardeVoorbehoud',
  'implicietAntwoord',
  'registerbevraging',
  'registerbevragingAPIProfiel',
  'uitkomstHerbruikbareBeslissing',
  'herbruikbareVraagReferentie',
] as const;
export type VraagSoort = (typeof vraagSoorten)[number];

/** Null: the person does not know. It is then not asked again, and what hangs on it stays unknown. */
export type Antwoord = boolean | number | string | readonly string[] | null;
export type Antwoorden = Readonly<Record<string, Antwoord>>;

export interface Optie {
  tekst: string;
  toelichting: string | null;
}

/** An uitvoeringsregel: something that must be known to decide. */
export interface Vraag {
  /** Of the uitvoeringsregel; answers go by it. */
  id: string;
  soort: VraagSoort;
  tekst: string;
  gegevensType: GegevensType;
  /** With `list`: what can be chosen; or what an enumeration of the DMN type allows. */
  opties: Optie[];
  meerdereAntwoorden: boolean;
  toelichting: string | null;
  langeToelichting: string | null;
  /** The toelichting must be seen before answering. */
  belangrijk: boolean;
  /** Name of the regelgroep. */
  groep: string | null;
  bereik: string;
  classificatie: string;
  /** Pattern of a text, with how to fill it in. */
  consistentie: { patroon: string; instructie: string | null } | null;
  /** IMOW identification of the locatie of a geoVerwijzing, or the gegeven of a register. */
  locatie: string | null;
  /** Value that the file gives itself; undefined: somebody must answer. */
  vast: boolean | number | string | undefined;
  /** Under what condition the fixed value holds, to tell the person. */
  voorbehoud: string | null;
  /** Line in the file. */
  regel: number;
}

export interface Maatregel {
  id: string;
  nummer: string;
  tekst: string;
  toelichting: string | null;
  frequentie: string;
  volgorde: number;
  kenmerken: string[];
  themas: string[];
}

/** What a file is for: its outcome is a conclusie, the vereisten of an aanvraag, or maatregelen to take. */
export type BestandSoort = 'conclusie' | 'indieningsvereisten' | 'maatregelen';

/** A file of toepasbare regels that was read and found sound. */
export interface Regelbestand {
  naam: string;
  namespace: string;
  /** 1 for STTR 1.x and IMTR up to 1.2, 3 for IMTR 3.0. */
  imtrVersie: string;
  soort: BestandSoort;
  /** What the rules are about: the part of a functioneleStructuurRef behind `/concept/`; null: it does not say. */
  functioneleStructuur: string | null;
  /** In the order in which they are asked. */
  vragen: Vraag[];
  maatregelen: ReadonlyMap<string, Maatregel>;
  /** The decisions for which the file was made. */
  hoofdbeslissingen: Decision[];
  /** Decisions beside them: what to hand in and which measures to take, which no question is asked for. */
  bijbeslissingen: Decision[];
  /** Which question gives the value of input data, by the id of the input. */
  vraagVanInvoer: ReadonlyMap<string, Vraag>;
  invoer: InputData[];
  definitions: Definitions;
  models: ModelSet;
}
