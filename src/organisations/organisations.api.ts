import { z } from 'zod';
import { pageQuery } from '../platform/http/pages-of.js';
import { type AnyRoute, route } from '../platform/http/route.js';
import {
  auditShown,
  chainShown,
  identityParams,
  keyMade,
  keyNew,
  keyShown,
  listOf,
  organisationChange,
  organisationShown,
  personChange,
  personNew,
  personShown,
} from './organisations.contract.js';
import * as keys from './keys.service.js';
import * as service from './organisations.service.js';
import * as people from './people.service.js';

const tag = 'Organisation';
const administer = 'organisation:administer';

const auditQuery = z.strictObject({
  limit: pageQuery.shape.limit,
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional(),
});

export const organisationRoutes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/organisation',
    operation: 'showOrganisation',
    tag,
    summary: 'Your organisation',
    access: 'organisation:read',
    answers: { 200: { description: 'The organisation', schema: organisationShown } },
    async handle({ actor }) {
      const body = await service.showOrganisation(actor);
      return { status: 200, body, version: body.version };
    },
  }),
  route({
    method: 'patch',
    path: '/api/organisation',
    operation: 'changeOrganisation',
    tag,
    summary: 'Change the name or the time zone of your organisation',
    access: administer,
    body: organisationChange,
    edits: true,
    answers: { 200: { description: 'The organisation as it is now', schema: organisationShown } },
    async handle({ actor, body, version }) {
      const changed = await service.changeOrganisation(actor, version, body);
      return { status: 200, body: changed, version: changed.version };
    },
  }),
  route({
    method: 'get',
    path: '/api/people',
    operation: 'listPeople',
    tag,
    summary: 'People who work for your organisation',
    access: administer,
    query: pageQuery,
    answers: { 200: { description: 'The newest first', schema: listOf(personShown) } },
    async handle({ actor, query }) {
      const page = await people.listPeople(actor, query);
      return { status: 200, body: page, next: page.next };
    },
  }),
  route({
    method: 'post',
    path: '/api/people',
    operation: 'addPerson',
    tag,
    summary: 'Add a person with a role',
    access: administer,
    body: personNew,
    creates: true,
    answers: { 201: { description: 'The person', schema: personShown } },
    async handle({ actor, body }) {
      const person = await people.addPerson(actor, body);
      return { status: 201, body: person, version: person.version, location: `/api/people/${person.id}` };
    },
  }),
  route({
    method: 'get',
    path: '/api/people/{id}',
    operation: 'showPerson',
    tag,
    summary: 'A person',
    access: administer,
    params: identityParams,
    answers: { 200: { description: 'The person', schema: personShown } },
    async handle({ actor, params }) {
      const person = await people.showPerson(actor, params.id);
      return { status: 200, body: person, version: person.version };
    },
  }),
  route({
    method: 'patch',
    path: '/api/people/{id}',
    operation: 'changePerson',
    tag,
    summary: 'Change the name or role of a person',
    access: administer,
    params: identityParams,
    body: personChange,
    edits: true,
    answers: { 200: { description: 'The person as it is now', schema: personShown } },
    async handle({ actor, params, body, version }) {
      const person = await people.changePerson(actor, params.id, version, body);
      return { status: 200, body: person, version: person.version };
    },
  }),
  route({
    method: 'delete',
    path: '/api/people/{id}',
    operation: 'removePerson',
    tag,
    summary: 'Take a person out of your organisation; the person’s keys stop working',
    access: administer,
    params: identityParams,
    answers: { 204: { description: 'Done' } },
    async handle({ actor, params }) {
      await people.removePerson(actor, params.id);
      return { status: 204 };
    },
  }),
  route({
    method: 'get',
    path: '/api/keys',
    operation: 'listKeys',
    tag,
    summary: 'API keys, without the keys themselves',
    access: administer,
    query: pageQuery,
    answers: { 200: { description: 'The newest first', schema: listOf(keyShown) } },
    async handle({ actor, query }) {
      const page = await keys.listKeys(actor, query);
      return { status: 200, body: page, next: page.next };
    },
  }),
  route({
    method: 'post',
    path: '/api/keys',
    operation: 'addKey',
    tag,
    summary: 'Make an API key; it is shown once',
    description:
      'Send it as “Authorization: Bearer …”. The answer is the one time it is shown, so an Idempotency-Key is not taken here.',
    access: administer,
    body: keyNew,
    answers: { 201: { description: 'The key, shown once', schema: keyMade } },
    async handle({ actor, body }) {
      return { status: 201, body: await keys.addKey(actor, body) };
    },
  }),
  route({
    method: 'delete',
    path: '/api/keys/{id}',
    operation: 'revokeKey',
    tag,
    summary: 'Revoke an API key at once',
    access: administer,
    params: identityParams,
    answers: { 204: { description: 'Done' } },
    async handle({ actor, params }) {
      await keys.revokeKey(actor, params.id);
      return { status: 204 };
    },
  }),
  route({
    method: 'get',
    path: '/api/audit',
    operation: 'listAudit',
    tag,
    summary: 'Who did what, the newest first',
    access: 'audit:read',
    query: auditQuery,
    answers: { 200: { description: 'Entries of the chain', schema: listOf(auditShown) } },
    async handle({ actor, query }) {
      const page = await service.listAudit(actor, query.cursor, query.limit ?? 50);
      return { status: 200, body: page, next: page.next };
    },
  }),
  route({
    method: 'get',
    path: '/api/audit/check',
    operation: 'checkAudit',
    tag,
    summary: 'Whether the chain of entries is whole',
    access: 'audit:read',
    answers: { 200: { description: 'Its length and the hash of its last entry', schema: chainShown } },
    async handle({ actor }) {
      return { status: 200, body: await service.checkAudit(actor) };
    },
  }),
];
