import { randomUUID } from 'node:crypto';
import type { Json } from './zaaksysteem-spec.ts';

interface Deel {
  url: string;
  volgnummer: number;
  omvang: number;
  voltooid: boolean;
}

const fout = (code: string) => ({
  status: 400,
  body: { code, title: code, status: 400, detail: '', invalidParams: [] },
});

/** Files that come in parts, as the standard of the Documenten API has it: asked for, sent, and made one when unlocked. */
export function houdDelenBij(nieuweUrl: () => string) {
  const ontvangen = new Map<string, Buffer>();
  const delenVan = (bestand: Json) => (bestand.bestandsdelen ?? []) as Deel[];
  return {
    /** Asks for two parts of unequal length, and names the last first. */
    vraag(bestand: Json, lock: string): void {
      const omvang = Number(bestand.bestandsomvang);
      const eerste = Math.ceil(omvang * 0.6);
      const delen = [eerste, omvang - eerste].map((deel, i) => ({
        url: nieuweUrl(),
        volgnummer: i + 1,
        omvang: deel,
        voltooid: false,
      }));
      Object.assign(bestand, { lock, locked: true, bestandsdelen: delen.reverse() });
    },
    /** A part that comes in, with the lock of its file and as long as it was asked. */
    neem(bestanden: readonly Json[], url: string, lichaam: Json) {
      const bestand = bestanden.find((een) => delenVan(een).some((deel) => deel.url === url));
      const deel = bestand && delenVan(bestand).find((een) => een.url === url);
      if (!deel || bestand.lock !== lichaam.lock) return fout('incorrect-lock-id');
      const inhoud = lichaam.inhoud as Buffer;
      if (inhoud.length !== deel.omvang) return fout('file-size');
      ontvangen.set(url, inhoud);
      deel.voltooid = true;
      return { status: 200, body: { ...deel, lock: bestand.lock } };
    },
    slot(bestand: Json) {
      if (bestand.locked) return fout('existing-lock');
      Object.assign(bestand, { locked: true, lock: randomUUID() });
      return { status: 200, body: { lock: bestand.lock } };
    },
    /** With its lock only when it is whole; without, what came of it is thrown away. */
    ontgrendel(bestand: Json, lock: unknown) {
      const delen = delenVan(bestand).sort((een, ander) => een.volgnummer - ander.volgnummer);
      if (lock !== undefined) {
        if (lock !== bestand.lock) return fout('incorrect-lock-id');
        if (!delen.every(({ voltooid }) => voltooid)) return fout('incomplete-upload');
        const heel = Buffer.concat(delen.map(({ url }) => ontvangen.get(url) as Buffer));
        if (delen.length > 0) bestand.inhoud = heel.toString('base64');
      }
      Object.assign(bestand, { locked: false, lock: '', bestandsdelen: [] });
      return { status: 204, body: undefined };
    },
  };
}
