import './inspraak.css';
import type { RefObject } from 'react';
import { Route, Routes } from 'react-router';
import { OntvangenPage } from './OntvangenPage.tsx';
import { ReageerPage } from './ReageerPage.tsx';

/** To have a say, and, behind the counter, what people said. */
export function InspraakPage({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  return (
    <Routes>
      <Route index element={<OntvangenPage heading={heading} />} />
      <Route path=":besluit" element={<ReageerPage heading={heading} />} />
    </Routes>
  );
}
