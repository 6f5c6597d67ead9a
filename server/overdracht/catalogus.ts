import { OpdrachtFout } from '../opdrachten/opdracht.ts';
import {
  eigenschap,
  geldigOp,
  metOmschrijving,
  metUrl,
  resultaattype,
  type Statustype,
  statustype,
  vindOmschreven,
  zaaktype,
} from './domain/catalogus.ts';
import type { Zaaksysteem, ZaaktypeKoppeling } from './domain/zaaksysteem.ts';
import type { Zgw } from './zgw.ts';

/** What the catalogus offers for one zaaktype. */
export interface Types {
  zaaktype: string;
  informatieobjecttype: string;
  initiator: string;
  statustypen: Statustype[];
  resultaattypen: { url: string; omschrijving: string }[];
  eigenschappen: { url: string; naam: string }[];
  /** Null: besluiten of this zaaktype stay in the loket. */
  besluittype: string | null;
}

/**
 * Looks up the types of a zaaktype.
 *
 * @param bekend address of the zaaktype of a zaak that is there already: it keeps the version with which it began
 * @throws OpdrachtFout that names what is missing in the catalogus
 */
export async function loadTypes(
  zgw: Zgw,
  { systeem, koppeling }: { systeem: Zaaksysteem; koppeling: ZaaktypeKoppeling },
  { bekend, dag }: { bekend: string | null; dag: string },
): Promise<Types> {
  const alle = <S extends Parameters<Zgw['leesAlle']>[1]>(pad: string, vragen: Record<string, string>, vorm: S) =>
    zgw.leesAlle<S>(zgw.adres('catalogi', pad, vragen), vorm);
  const [catalogus] = await alle('catalogussen', systeem.catalogus, metUrl);
  if (!catalogus) throw new OpdrachtFout('de ingestelde catalogus is er niet in het zaaksysteem');
  const binnen = { catalogus: catalogus.url, status: 'definitief' };
  const { identificatie } = koppeling;
  const url = bekend ?? geldigOp(await alle('zaaktypen', { ...binnen, identificatie }, zaaktype), dag)?.url;
  if (!url) throw new OpdrachtFout(`er is geen geldig zaaktype ${identificatie} in het zaaksysteem`);
  const van = { zaaktype: url };
  const [statustypen, resultaattypen, eigenschappen, rollen, soorten, besluittypen] = await Promise.all([
    alle('statustypen', van, statustype),
    alle('resultaattypen', van, resultaattype),
    alle('eigenschappen', van, eigenschap),
    alle('roltypen', { ...van, omschrijvingGeneriek: 'initiator' }, metUrl),
    alle('informatieobjecttypen', binnen, metOmschrijving),
    koppeling.besluittype === undefined ? [] : alle('besluittypen', { ...binnen, zaaktypen: url }, metOmschrijving),
  ]);
  const [initiator] = rollen;
  if (!initiator) throw new OpdrachtFout(`het zaaktype ${identificatie} heeft geen roltype voor de initiator`);
  const soort = vindOmschreven(soorten, systeem.informatieobjecttype);
  if (!soort) throw new OpdrachtFout(`er is geen informatieobjecttype ${systeem.informatieobjecttype} in de catalogus`);
  const besluittype = koppeling.besluittype === undefined ? null : vindOmschreven(besluittypen, koppeling.besluittype);
  if (koppeling.besluittype !== undefined && !besluittype) {
    throw new OpdrachtFout(`het zaaktype ${identificatie} heeft geen besluittype ${koppeling.besluittype}`);
  }
  return {
    zaaktype: url,
    informatieobjecttype: soort.url,
    initiator: initiator.url,
    statustypen,
    resultaattypen,
    eigenschappen,
    besluittype: besluittype?.url ?? null,
  };
}
