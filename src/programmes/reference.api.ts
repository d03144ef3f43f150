import { type AnyRoute, route } from '../platform/http/route.js';
import { countryQuery, servicesShown } from './reference.contract.js';
import { listServices } from './reference.service.js';

export const referenceRoutes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/reference/services',
    operation: 'listReferenceServices',
    tag: 'Reference data',
    summary: 'Services of a country: who pays, what they cost in which year, and who says so',
    description:
      'A price holds from `holdsFrom` to `holdsTo` and at no other time. A service without prices is to be asked for; `publisher` says of whom.',
    access: 'programmes:read',
    query: countryQuery,
    answers: {
      200: { description: 'The services of the country, or of all countries', schema: servicesShown },
    },
    handle: ({ query }) => Promise.resolve({ status: 200, body: listServices(query.country) }),
  }),
];
