import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { leesLagen } from '../server/lagen/contract.ts';
import { leesBegin } from '../server/locatie/contract.ts';
import { App } from './App.tsx';
import { installeer } from './offline/versie.ts';
import { ask, createQueryClient } from './query.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { Notice } from './ui/Notice.tsx';
import './ui/ui.css';
import './ui/velden.css';
import './theme/modelgemeente.css';
import './app.css';
import './kaartje.css';
import './regels/regels.css';
import './besluiten/besluiten.css';
import './locatie/locatie.css';
import './print.css';

const root = document.getElementById('app');
if (!root) throw new Error('index.html holds no #app');
const queryClient = createQueryClient();
// the map waits for these two: they leave before the page is made
void queryClient.prefetchQuery(ask(leesBegin, {}));
void queryClient.prefetchQuery(ask(leesLagen, {}));
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <ErrorBoundary
          fallback={() => (
            <Notice soort="error" title="Er ging iets mis op deze pagina" live>
              Laad de pagina opnieuw: u komt terug op dezelfde plek. Blijft het misgaan, bel dan de gemeente.
            </Notice>
          )}
        >
          <App />
        </ErrorBoundary>
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);

// only of a build there is a service worker; it waits until the card and the map have what they need
if (import.meta.env.PROD) window.addEventListener('load', () => setTimeout(() => void installeer(), 3_000));
