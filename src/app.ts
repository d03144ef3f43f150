import { readFileSync } from 'node:fs';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Config } from './config.js';
import { assessmentRoutes } from './assessments/assessments.api.js';
import { organisationRoutes } from './organisations/organisations.api.js';
import { priceListPages } from './programmes/price-lists.pages.js';
import { priceListRoutes } from './programmes/price-lists.api.js';
import { priceRequestPages } from './programmes/price-requests.pages.js';
import { priceRequestRoutes } from './programmes/price-requests.api.js';
import { programmeRoutes } from './programmes/programmes.api.js';
import { referenceRoutes } from './programmes/reference.api.js';
import { referencePages } from './programmes/reference.pages.js';
import { peopleRoutes } from './trajectories/people.api.js';
import { trajectoryRoutes } from './trajectories/trajectories.api.js';
import { authenticateKey } from './organisations/keys.service.js';
import { visitorOf } from './organisations/sessions.service.js';
import { signInRoutes } from './organisations/sign-in.pages.js';
import { exampleRoutes } from './reports/examples.pages.js';
import { reportRoutes } from './reports/reports.api.js';
import { resultRoutes } from './reports/runs.pages.js';
import { startRoutes } from './reports/start.pages.js';
import type { Database } from './platform/database/database.js';
import { healthRoutes } from './platform/http/health.js';
import { type Authenticate, mount } from './platform/http/mount.js';
import { openApiDocument } from './platform/http/openapi.js';
import { Problem } from './platform/http/problem.js';
import { rateLimited } from './platform/http/rate-limit.js';
import { nothingHere, problems } from './platform/http/refusing.js';
import type { AnyRoute } from './platform/http/route.js';
import type { Logger } from './platform/logging/logger.js';
import { apiPageRoutes } from './platform/pages/api.pages.js';
import { assetRoutes } from './platform/pages/assets.js';
import { licenceRoutes } from './platform/pages/licence.pages.js';
import { pageRouter, problemPages } from './platform/pages/page-mount.js';
import type { AnyPageRoute } from './platform/pages/page-route.js';
import { problemRoutes } from './platform/pages/problem.pages.js';

/** What the app stands on. */
export interface Foundation {
  readonly config: Config;
  readonly database: Pick<Database, 'kind' | 'version' | 'ping'>;
  readonly logger: Logger;
}

/** Every route of the JSON API. */
export const apiRoutes: readonly AnyRoute[] = [
  ...organisationRoutes,
  ...programmeRoutes,
  ...referenceRoutes,
  ...priceListRoutes,
  ...priceRequestRoutes,
  ...trajectoryRoutes,
  ...peopleRoutes,
  ...assessmentRoutes,
  ...reportRoutes,
];

/** Every page. */
export const pageRoutes: readonly AnyPageRoute[] = [
  ...startRoutes,
  ...exampleRoutes,
  ...referencePages,
  ...priceListPages,
  ...priceRequestPages,
  ...resultRoutes,
  ...signInRoutes,
  ...apiPageRoutes,
  ...problemRoutes,
  ...licenceRoutes,
  ...assetRoutes,
];

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

const authenticate: Authenticate = async (request) => {
  const [scheme, key, ...more] = (request.get('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || key === undefined || more.length > 0) {
    throw new Problem('unauthenticated', 'Send your API key: Authorization: Bearer …', [], {
      'WWW-Authenticate': 'Bearer',
    });
  }
  return authenticateKey(key);
};

/** The service as an Express app: what each request passes, in order. */
export function createApp({ config, database, logger }: Foundation): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.TRUST_PROXY);
  // Versions of ours are the only ETags, so that If-Match never meets a hash of bytes.
  app.set('etag', false);
  // One address for each thing, so that an Idempotency-Key holds whatever way it is written.
  app.enable('case sensitive routing');
  app.enable('strict routing');
  // Headers first, so that refusals carry them too.
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'style-src': ["'self'"],
          'font-src': ["'self'"],
          'img-src': ["'self'", 'data:'],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
          'base-uri': ["'none'"],
        },
      },
      // Forms of ours say where they come from; other hosts are told nothing.
      referrerPolicy: { policy: 'same-origin' },
      // Without TLS in front, asking browsers to insist on it would lock people out.
      strictTransportSecurity: config.PUBLIC_URL?.startsWith('https://') === true,
    }),
  );
  // Health before limits: what watches the service must not be turned away.
  const health = healthRoutes(database);
  mount(app, health, authenticate);
  app.use(rateLimited(config.RATE_LIMIT));
  mount(app, apiRoutes, authenticate);
  const description = openApiDocument([...apiRoutes, ...health], config.PUBLIC_URL ?? '/');
  app.get('/openapi.json', (_, response) => void response.json(description));
  const pages = {
    site: { database, version, description, apiRoutes: [...apiRoutes, ...health] },
    publicUrl: config.PUBLIC_URL,
    visitorOf,
  };
  app.use(pageRouter(pageRoutes, pages));
  app.use(nothingHere);
  app.use(problems(logger, problemPages(pages)));
  return app;
}
