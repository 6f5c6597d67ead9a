import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

/** A mail to one person. */
export interface Brief {
  /** The same at each attempt: who gets it twice can see that it is one. */
  id: string;
  aan: string;
  onderwerp: string;
  /** Plain text. */
  tekst: string;
  bijlage: { naam: string; mediatype: string; inhoud: Buffer } | null;
  /** Address that stops these mails at once when it is posted to; null: it is no mail that somebody subscribed to. */
  afmelden: string | null;
}

/** @throws Error when the mail was not taken: try again later */
export type Postbode = (brief: Brief) => Promise<void>;

export interface PostInstelling {
  /** smtp://user:password@host:587 or smtps://…; null: mail is put in `map`. */
  smtp: string | null;
  map: string;
  /** Who it is from: Omgevingsloket <loket@gemeente.example> */
  van: string;
}

const wachtMs = 15_000;

/** Sends mail over SMTP, or, where there is no mail server, puts it in a folder: one file per mail. */
export function createPostbode({ smtp, map, van }: PostInstelling): Postbode {
  const maak = ({ id, aan, onderwerp, tekst, bijlage, afmelden }: Brief) => ({
    from: van,
    // one address, never a list: what a person typed is no header
    to: { name: '', address: aan },
    subject: onderwerp,
    text: tekst,
    messageId: `<${id}@${/@([^\s>]+)/.exec(van)?.[1] ?? 'omgevingsloket'}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      // RFC 8058: a mail program shows a button that does it
      ...(afmelden && { 'List-Unsubscribe': `<${afmelden}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    attachments: bijlage ? [{ filename: bijlage.naam, contentType: bijlage.mediatype, content: bijlage.inhoud }] : [],
  });
  if (smtp) {
    const lijn = createTransport({
      url: smtp,
      connectionTimeout: wachtMs,
      greetingTimeout: wachtMs,
      socketTimeout: wachtMs,
    });
    return async (brief) => {
      await lijn.sendMail(maak(brief));
    };
  }
  const papier = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return async (brief) => {
    const { message } = await papier.sendMail(maak(brief));
    await mkdir(map, { recursive: true });
    await writeFile(join(map, `${brief.id}.eml`), message as Buffer);
  };
}
