import { PUBLIC } from '../http/mount.js';
import { text } from '../locale/text.js';
import { type AnyPageRoute, pageRoute, type Site } from './page-route.js';

/** As much of an OpenAPI document as the page reads. */
interface Description {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas?: Readonly<Record<string, Schema>> };
}

type Schema = Readonly<Record<string, unknown>>;

interface Content {
  readonly schema?: Schema;
  readonly example?: unknown;
}

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, Content>> }>
  >;
}

/** A schema longer than this is read in the document itself. */
const LONGEST_SHOWN = 20_000;

const SCHEMA = '#/components/schemas/';

/** The API as a page to read, from the document that describes it. */
export const apiPageRoutes: readonly AnyPageRoute[] = [
  pageRoute({
    method: 'get',
    path: '/api',
    summary: 'The API, to read',
    access: PUBLIC,
    handle: ({ site, request }) => {
      const [server] = (site.description as Description).servers;
      const here = `${request.protocol}://${request.get('host') ?? ''}`;
      const url = server?.url.startsWith('http') === true ? server.url.replace(/\/$/, '') : here;
      return { template: 'api', title: text('page.api.title'), view: { ...viewOf(site), url } };
    },
  }),
];

const views = new WeakMap<Site, object>();

function viewOf(site: Site): object {
  const view = views.get(site) ?? readable(site);
  views.set(site, view);
  return view;
}

function readable(site: Site): object {
  const { paths, components } = site.description as Description;
  const schemas = components.schemas ?? {};
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  return {
    tags: tags.map((tag) => ({
      tag,
      operations: operations
        .filter(({ operation }) => operation.tags.includes(tag))
        .map(({ path, method, operation }) => operationView(site, schemas, path, method, operation)),
    })),
    schemas: Object.entries(schemas)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, schema]) => ({ name, json: written(schema) })),
  };
}

function operationView(
  site: Site,
  schemas: Readonly<Record<string, Schema>>,
  path: string,
  method: string,
  operation: Operation,
): object {
  const access = site.apiRoutes.find((route) => route.operation === operation.operationId)?.access ?? PUBLIC;
  const body = Object.values(operation.requestBody?.content ?? {})[0];
  const example = body?.example ?? exampleOf(body?.schema, schemas);
  return {
    id: operation.operationId,
    path,
    method: method.toUpperCase(),
    summary: operation.summary.replaceAll('`', ''),
    description: (operation.description ?? '').replace(/\s*Needs `[^`]*`\.\s*$/, '').replaceAll('`', ''),
    access: access === PUBLIC ? null : access,
    parameters: (operation.parameters ?? []).map((parameter) => ({
      name: parameter.name,
      place: parameter.in,
      required: parameter.required === true,
      description: parameter.description ?? formOf(parameter.schema),
    })),
    body: body
      ? {
          example: example === undefined ? null : JSON.stringify(example, null, 2),
          ...nameOrJson(body.schema),
          elsewhere:
            body.schema !== undefined && Object.values(nameOrJson(body.schema)).every((one) => one === null),
        }
      : null,
    answers: Object.entries(operation.responses).map(([status, { description, content }]) => {
      const [type, first] = Object.entries(content ?? {})[0] ?? [];
      const name = first ? nameOrJson(first.schema) : { schema: null };
      return {
        status,
        description,
        refusal: Number(status) >= 400,
        type: type ?? null,
        schema: Number(status) >= 400 ? null : name.schema,
      };
    }),
  };
}

/** A schema by its name where it has one, and in full where it has not. */
function nameOrJson(schema: Schema | undefined): {
  readonly schema: string | null;
  readonly json: string | null;
} {
  const reference = schema?.['$ref'];
  if (typeof reference === 'string') return { schema: reference.replace(SCHEMA, ''), json: null };
  const json = schema ? written(schema) : null;
  return { schema: null, json: json === null || json.length > LONGEST_SHOWN ? null : json };
}

function exampleOf(schema: Schema | undefined, schemas: Readonly<Record<string, Schema>>): unknown {
  const reference = schema?.['$ref'];
  const found = typeof reference === 'string' ? schemas[reference.replace(SCHEMA, '')] : schema;
  const examples = found?.['examples'];
  return found?.['example'] ?? (Array.isArray(examples) ? (examples[0] as unknown) : undefined);
}

function formOf(schema: Schema | undefined): string {
  const described = schema?.['description'] ?? schema?.['pattern'] ?? schema?.['type'];
  return typeof described === 'string' ? described : '';
}

const written = (value: unknown): string => JSON.stringify(value, null, 1);
