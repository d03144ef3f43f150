import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { PROBLEMS } from './problem.js';
import { PUBLIC } from './mount.js';
import type { AnyRoute, Answer } from './route.js';

const problem = z
  .strictObject({
    type: z.string().meta({ example: '/problems/invalid' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457)' });

const NAMES: Readonly<Record<number, string>> = Object.fromEntries(
  Object.values(PROBLEMS).map(([status, title]) => [status, title]),
);

/** The description of the API (OpenAPI 3.1), made from the contracts of its routes. */
export function openApiDocument(routes: readonly AnyRoute[], url: string): object {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operationOf(route);
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Bokslut',
      version: '1',
      description:
        'Records what a social enterprise costs and changes, works out the welfare savings and the social return, and explains every figure.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key, made under /api/keys' },
      },
    },
  });
}

function operationOf(route: AnyRoute): ZodOpenApiOperationObject {
  const restricted = route.access !== PUBLIC;
  const refusals = [
    ...(restricted ? [401, 403] : []),
    ...(route.params ? [404] : []),
    400,
    ...(route.body ? [413, 415, 422] : []),
    ...(route.edits === true ? [412, 428] : []),
    429,
  ];
  return {
    operationId: route.operation,
    tags: [route.tag],
    summary: route.summary,
    description: [route.description, restricted ? `Needs \`${route.access}\`.` : undefined]
      .filter((line) => line !== undefined)
      .join('\n\n'),
    ...(restricted && { security: [{ key: [] }] }),
    requestParams: {
      ...(route.params && { path: route.params as z.ZodObject }),
      ...(route.query && { query: route.query as z.ZodObject }),
      ...((route.creates === true || route.edits === true) && { header: headersOf(route) }),
    },
    ...(route.body && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: route.body,
            ...(route.example !== undefined && { example: route.example }),
          },
        },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers as Record<string, Answer>).map(
          ([status, { description, schema, type }]) => [
            status,
            {
              description,
              ...((schema ?? type) && {
                content: { [type ?? 'application/json']: { schema: schema ?? z.string() } },
              }),
            },
          ],
        ),
      ),
      ...Object.fromEntries(
        refusals.map((status) => [
          String(status),
          {
            description: NAMES[status] ?? 'Refused',
            content: { 'application/problem+json': { schema: problem } },
          },
        ]),
      ),
    },
  };
}

function headersOf(route: AnyRoute): z.ZodObject {
  return z.object({
    ...(route.edits === true && {
      'If-Match': z.string().meta({ description: 'The ETag of the version you have seen', example: '"1"' }),
    }),
    ...(route.creates === true && {
      'Idempotency-Key': z
        .string()
        .optional()
        .meta({ description: 'A name of your own for this request; sent again, it makes nothing new' }),
    }),
  });
}
