import { openEmmer } from './bijlagen/emmer.ts';
import { type Opslag, openOpslag } from './bijlagen/opslag.ts';
import { createVirusscan, type Virusscan } from './bijlagen/virusscan.ts';
import type { Zaaksysteem } from './overdracht/domain/zaaksysteem.ts';
import { createPostbode, type Postbode, type PostInstelling } from './post/postbode.ts';

/** Where files go, what looks at them, and who brings the mail. */
export interface DienstenInstelling {
  /** Folder of the bijlagen and documents. */
  bijlagen: string;
  /** The bucket behind that folder, see openEmmer(); null: they stay in the folder. */
  emmer: string | null;
  /** See createVirusscan(); null: nobody looks. */
  virusscan: string | null;
  post: PostInstelling;
  /** Where zaken go; empty: the loket keeps them itself. */
  zaaksystemen: readonly Zaaksysteem[];
}

/** What routes and work use beside the database. */
export interface Diensten {
  opslag: Opslag;
  scan: Virusscan | null;
  postbode: Postbode;
  /** Folder of the mail that goes nowhere, to show it; null: it is really sent. */
  postmap: string | null;
  zaaksystemen: readonly Zaaksysteem[];
}

export const createDiensten = ({ bijlagen, emmer, virusscan, post, zaaksystemen }: DienstenInstelling): Diensten => ({
  opslag: openOpslag(bijlagen, emmer === null ? null : openEmmer(emmer)),
  scan: virusscan === null ? null : createVirusscan(virusscan),
  postbode: createPostbode(post),
  postmap: post.smtp === null ? post.map : null,
  zaaksystemen,
});
