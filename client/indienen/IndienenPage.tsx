import './indienen.css';
import { Route, Routes } from 'react-router';
import { BeginPage } from './BeginPage.tsx';
import { FormulierPage, type FormulierProps } from './FormulierPage.tsx';
import { KiesPage } from './KiesPage.tsx';
import { OntvangstPage } from './OntvangstPage.tsx';
import { VerderPage } from './VerderPage.tsx';

/** Applying and reporting: choose, fill in, send, and read the receipt. */
export function IndienenPage(props: FormulierProps) {
  const { heading } = props;
  return (
    <div className="pagina">
      <Routes>
        <Route index element={<KiesPage heading={heading} />} />
        <Route path="nieuw/:zaaktype" element={<BeginPage {...props} />} />
        <Route path="verder" element={<VerderPage heading={heading} />} />
        <Route path="ontvangen/:zaakId" element={<OntvangstPage heading={heading} />} />
        <Route path=":id/:stap?" element={<FormulierPage {...props} />} />
      </Routes>
    </div>
  );
}
