import { buildCatalogue } from '../definition/catalogue.ts';
import { withMarkings } from '../definition/marking-field.ts';
import { configurationManagement } from './configuration/definition.ts';
import { foundation } from './foundation/definition.ts';
import { continualImprovement } from './improvement/definition.ts';
import { incidentManagement } from './incident/definition.ts';
import { knowledgeManagement } from './knowledge/definition.ts';
import { requestFulfillment } from './request/definition.ts';
import { serviceCatalogManagement } from './service-catalog/definition.ts';
import { serviceLevelManagement } from './service-level/definition.ts';
import { servicePortfolioManagement } from './service-portfolio/definition.ts';

/** Every process of the product; a new one is one line here. */
export const catalogue = buildCatalogue(
  [
    servicePortfolioManagement,
    serviceCatalogManagement,
    serviceLevelManagement,
    configurationManagement,
    knowledgeManagement,
    incidentManagement,
    requestFulfillment,
    continualImprovement,
    foundation,
  ].map(withMarkings),
);
