import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { readConfig } from '../../src/config.js';
import { type Service, startService } from '../../src/main.js';
import { beginOrganisation } from '../../src/organisations/organisations.service.js';
import { temporaryDirectory, testName } from './database.js';

/** An answer, as a client sees it. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body read as JSON. */
  readonly body: Readonly<Record<string, unknown>> & { readonly id: string };
}

/** What may be sent beside method and path. */
export interface Sending {
  readonly key?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A service of the tests' own, in this process, on a fresh database. */
export interface TestService {
  readonly service: Service;
  readonly directory: string;
  readonly socket: string;
  /** The key made at the first start. */
  readonly key: string;
  send(method: string, path: string, sending?: Sending): Promise<Answered>;
  /** Makes an organisation; the key is its administrator's, with every scope. */
  organisation(name: string): Promise<{ readonly key: string; readonly organisation: string }>;
  stop(): Promise<void>;
}

/**
 * Starts a service: on the embedded database, or on the MongoDB that TEST_MONGODB_URI or MONGOD_BINARY names.
 *
 * @param settings an empty one takes a setting away, as `SOCKET: ''` for a service on a port
 */
export async function startTestService(
  settings: Readonly<Record<string, string>> = {},
): Promise<TestService> {
  const directory = temporaryDirectory();
  const socket = join(directory, 's.sock');
  const { TEST_MONGODB_URI, MONGOD_BINARY } = process.env;
  const config = readConfig({
    DATA_DIR: directory,
    SOCKET: socket,
    LOG_LEVEL: 'silent',
    MONGODB_URI: TEST_MONGODB_URI,
    MONGOD_BINARY,
    MONGODB_DATABASE: testName(`bokslut-test-${randomUUID().slice(0, 8)}`),
    ...settings,
  });
  const service = await startService(config);
  return {
    service,
    directory,
    socket,
    key: readFileSync(service.firstKey ?? '', 'utf8').trim(),
    send: (method, path, sending) => send(socket, method, path, sending),
    organisation: (name) => beginOrganisation({ name, kind: 'social-enterprise', administrator: 'A' }),
    stop: async () => {
      // The embedded one goes with its directory.
      if (service.database.kind !== 'embedded') await mongoose.connection.dropDatabase();
      await service.close();
      rmSync(directory, { recursive: true });
    },
  };
}

/** Sends a request to the socket of a service. */
export function send(
  socket: string,
  method: string,
  path: string,
  { key, body, headers }: Sending = {},
): Promise<Answered> {
  const content = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        socketPath: socket,
        method,
        path,
        headers: {
          ...(key !== undefined && { Authorization: `Bearer ${key}` }),
          ...(content !== undefined && {
            'Content-Type': 'application/json',
            'Content-Length': Buffer.byteLength(content),
          }),
          ...headers,
        },
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(pieces).toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            get body() {
              return JSON.parse(text) as Answered['body'];
            },
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(content);
  });
}
