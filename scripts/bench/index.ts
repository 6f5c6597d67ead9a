import type { Job } from './job.ts';
import { achtererfgebied } from './jobs/achtererfgebied.ts';
import { besluitZichtbaar } from './jobs/besluit-zichtbaar.ts';
import { combineren } from './jobs/combineren.ts';
import { bbox, feature } from './jobs/features.ts';
import { giSterJob } from './jobs/gi-ster.ts';
import { incidentenJob } from './jobs/incidenten.ts';
import { indienenJob } from './jobs/indienen.ts';
import { kaartJobs } from './jobs/kaart.ts';
import { klik } from './jobs/klik.ts';
import { pagina } from './jobs/pagina.ts';
import { periodeSlepen } from './jobs/periode-slepen.ts';
import { suggestie } from './jobs/suggestie.ts';
import { tegelJobs } from './jobs/tegels.ts';
import { tegelsMaken } from './jobs/tegels-maken.ts';
import { tellingen } from './jobs/tellingen.ts';
import { tijdlijn } from './jobs/tijdlijn.ts';
import { toezichtJobs } from './jobs/toezicht.ts';
import { vergunningcheck } from './jobs/vergunningcheck.ts';
import { volgendeVraag } from './jobs/volgende-vraag.ts';
import { zakenJobs } from './jobs/zaken.ts';

/** Everything that is measured, in this order. A new job is one file in jobs/ and one line here. */
export const jobs: readonly Job[] = [
  ...kaartJobs,
  tijdlijn,
  ...tegelJobs,
  suggestie,
  bbox,
  feature,
  combineren,
  giSterJob,
  incidentenJob,
  tellingen,
  periodeSlepen,
  ...toezichtJobs,
  tegelsMaken,
  besluitZichtbaar,
  pagina,
  klik,
  vergunningcheck,
  volgendeVraag,
  achtererfgebied,
  indienenJob,
  ...zakenJobs,
];
