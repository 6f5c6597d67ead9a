import type { ReactNode } from 'react';
import { ApiError } from '../api.ts';
import { Notice } from './Notice.tsx';

/** What went wrong when something was sent; nothing when nothing did. What was filled in stands where it stood. */
export function Fout({ fout, children }: { fout: Error | null; children?: ReactNode }) {
  if (!fout) return null;
  return (
    <Notice soort="error" title={fout instanceof ApiError ? fout.title : 'Dat lukte niet'} live>
      <p className="nl-paragraph">{fout.message}</p>
      {children}
    </Notice>
  );
}
