import { isOmgevingswet, zaaktypeOf } from '../behandelen/domain/dossier.ts';
import { isEinde, magNaar, statussen } from '../indienen/domain/status.ts';
import { type Datum, parseDatum } from '../termijnen/datum.ts';
import type { Persoon } from '../toegang/domain.ts';
import type { Zaak, ZaakKop } from './contract.ts';
import { magIntrekken, reactieOp, volgendeStap, type ZaakVerloop } from './domain.ts';
import type { KopFeiten, ZaakFeiten } from './queries.ts';

type Feiten = Omit<KopFeiten, 'ongelezen'>;

/** A zaak of the database, as its next step depends on it. */
export function verloopVan(zaak: Feiten): ZaakVerloop {
  return {
    status: zaak.status,
    procedure: zaak.procedure,
    resultaat: zaak.resultaat,
    uiterlijk: parseDatum(zaak.uitersteDatum),
    aanvullenTot: parseDatum(zaak.aanvullenTot),
    terInzageOp: parseDatum(zaak.terInzageOp),
    verzondenOp: parseDatum(zaak.verzondenOp),
    omgevingswet: isOmgevingswet(zaaktypeOf(zaak.zaaktype)),
    bezwaar: zaaktypeOf(zaak.zaaktype).verzoek === 'bezwaar',
    nogNodig: zaak.nogNodig.length > 0,
  };
}

const kopVan = (zaak: Feiten, vandaag: Datum) => ({
  id: zaak.id,
  kenmerk: zaak.kenmerk,
  zaaktype: zaaktypeOf(zaak.zaaktype).ding,
  omschrijving: zaak.omschrijving,
  plaats: zaak.plaats,
  status: zaak.status,
  statusNaam: statussen[zaak.status].naam,
  resultaat: zaak.resultaat,
  ontvangenOp: zaak.ontvangenOp,
  volgende: volgendeStap(verloopVan(zaak), vandaag),
});

export function toonKop(zaak: KopFeiten, vandaag: Datum): ZaakKop {
  const kop = kopVan(zaak, vandaag);
  const klaar = (isEinde(zaak.status) || zaak.status === 'besloten') && kop.volgende.wie === 'niemand';
  return { ...kop, klaar, ongelezen: zaak.ongelezen };
}

/** A zaak as who filed it reads it, with what he can do. */
export function toonZaak(zaak: ZaakFeiten, wie: Persoon, vandaag: Datum): Zaak {
  const reactie = reactieOp(verloopVan(zaak), vandaag);
  const zaaktype = zaaktypeOf(zaak.zaaktype);
  const eigenBezwaar = zaak.bezwaren.find(({ eigen }) => eigen);
  const over = isEinde(zaak.status) || zaak.status === 'besloten';
  return {
    ...kopVan(zaak, vandaag),
    zaaktypeId: zaaktype.id,
    statusUitleg: statussen[zaak.status].uitleg,
    versie: zaak.versie,
    procedure: zaak.procedure,
    punt: zaak.punt,
    geometrie: zaak.geometrie,
    aanvulling:
      zaak.status === 'aanvulling-gevraagd' ? { wat: zaak.aanvullingGevraagd, uiterlijk: zaak.aanvullenTot } : null,
    nogNodig: zaak.nogNodig,
    reactie,
    antwoorden: zaak.stappen.flatMap(({ regels }) => regels),
    oordeelId: zaak.oordeelId,
    contact: { naam: zaak.indiener?.naam ?? null, email: zaak.email, telefoon: zaak.telefoon },
    bijlagen: zaak.bijlagen,
    documenten: zaak.documenten,
    berichten: zaak.berichten,
    bekendmakingen: zaak.bekendmakingen,
    bezwaar: eigenBezwaar
      ? {
          zaakId: eigenBezwaar.zaakId,
          kenmerk: eigenBezwaar.kenmerk,
          gronden: eigenBezwaar.gronden,
          ontvangenOp: eigenBezwaar.ontvangenOp,
        }
      : null,
    bezwaarTegen: zaak.bezwaarTegen,
    tevredenheid: zaak.tevredenheid,
    tijdlijn: zaak.tijdlijn,
    kan: {
      intrekken: magIntrekken(zaak) && magNaar(zaaktype.verloop, zaak.status, 'ingetrokken'),
      aanvullen: !over,
      bezwaar: reactie?.soort === 'bezwaar' && reactie.stand !== 'nog-niet' && !eigenBezwaar,
      heropenen: zaak.status === 'afgehandeld' && magNaar(zaaktype.verloop, 'afgehandeld', 'in-behandeling'),
      beoordelen: over && zaak.tevredenheid === null,
      overnemen: wie.rol === 'gemachtigde' && !over && zaak.gemachtigde !== wie.persoon,
    },
  };
}
