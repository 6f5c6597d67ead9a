/** A window asks the service worker: is the version that I run yours? The answer is true or false. */
export const versieVraag = 'versie';

export interface VersieVraag {
  type: typeof versieVraag;
  /** Paths of the files that the window was started with. */
  bestanden: string[];
}
