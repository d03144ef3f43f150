import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { startService } from '../../src/main.js';

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of many shapes, looked into by tests
  readonly body: any;
}

export type Caller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answered>;

/** A service on data of its own, spoken to as its callers do. */
export interface RunningService {
  readonly folder: string;
  readonly key: string;
  as(key: string): Caller;
  close(): Promise<void>;
}

export async function runService(): Promise<RunningService> {
  const folder = mkdtempSync(join(tmpdir(), 'bokslut-trajectories-'));
  const socket = join(folder, 'http');
  const config = readConfig({ DATA_DIR: join(folder, 'data'), SOCKET: socket, LOG_LEVEL: 'silent' });
  const service = await startService(config);
  return {
    folder: join(folder, 'data'),
    key: readFileSync(service.firstKey!, 'utf8').trim(),
    as: (key) => (method, path, body, headers) => call(socket, key, method, path, body, headers),
    close: async () => {
      await service.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function call(
  socketPath: string,
  key: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  return new Promise((done, fail) => {
    const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
    const request = send(
      {
        socketPath,
        method,
        path,
        headers: {
          authorization: `Bearer ${key}`,
          ...(text !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          const answered = Buffer.concat(pieces).toString('utf8');
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: answered === '' ? undefined : (JSON.parse(answered) as unknown),
          });
        });
      },
    );
    request.on('error', fail);
    request.end(text);
  });
}

/** A programme with two careers and two services. */
export const PROGRAMME = {
  title: 'Work cooperative',
  currency: 'SEK',
  priceYear: 2025,
  services: [
    { id: 'detox-day', daysPerUnit: 1, price: 4500, kind: 'real', paidBy: { region: 1 } },
    { id: 'support', price: 1, kind: 'transfer', paidBy: { municipality: 1 } },
  ],
  careers: [{ id: 'typical' }, { id: 'young' }],
} as const;
