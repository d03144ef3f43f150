import { readFileSync } from 'node:fs';
import { startTestService } from '../support/service.js';

/** A service of its own on an empty data directory. */
export interface TestService {
  readonly address: string;
  readonly key: string;
  /** Makes another organisation and gives its administrator's key. */
  other(): Promise<string>;
  close(): Promise<void>;
}

export async function testService(settings: Readonly<Record<string, string>> = {}): Promise<TestService> {
  const test = await startTestService({ SOCKET: '', PORT: '0', TRUST_PROXY: '1', ...settings });
  return {
    address: test.service.address,
    key: test.key,
    other: async () => (await test.organisation('Another')).key,
    close: () => test.stop(),
  };
}

export const sample = (name: string): string =>
  readFileSync(new URL(`../../samples/${name}.json`, import.meta.url), 'utf8');

/** An answer, read to its end. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

let visitors = 0;

/** As a browser would, but following nothing; each from a network address of its own. */
export class Visitor {
  readonly address: string;
  readonly from: Readonly<Record<string, string>>;
  cookie = '';

  constructor(address: string) {
    this.address = address;
    visitors += 1;
    this.from = { 'x-forwarded-for': `10.0.${Math.floor(visitors / 250)}.${(visitors % 250) + 1}` };
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Got> {
    return this.read(
      await fetch(this.address + path, {
        redirect: 'manual',
        headers: { accept: 'text/html', ...this.from, ...this.cookies(), ...headers },
      }),
    );
  }

  async post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = { origin: this.address },
  ): Promise<Got> {
    return this.read(
      await fetch(this.address + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { accept: 'text/html', ...this.from, ...this.cookies(), ...headers },
        body: new URLSearchParams(fields),
      }),
    );
  }

  /** Sends a form with a file in it. */
  async send(
    path: string,
    fields: Readonly<Record<string, string>>,
    file: string | Uint8Array<ArrayBuffer>,
    name = 'assessment.json',
  ): Promise<Got> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set('file', new Blob([file], { type: 'application/octet-stream' }), name);
    return this.read(
      await fetch(this.address + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { accept: 'text/html', origin: this.address, ...this.from, ...this.cookies() },
        body,
      }),
    );
  }

  async signIn(key: string, next = ''): Promise<Got> {
    const got = await this.post('/sign-in', { key, next });
    const set = got.headers.get('set-cookie');
    if (set !== null) this.cookie = set.split(';')[0] ?? '';
    return got;
  }

  /** The token in the forms of a page. */
  async csrf(path: string): Promise<string> {
    return /name="csrf" value="([0-9a-f]+)"/.exec((await this.get(path)).text)?.[1] ?? '';
  }

  private cookies(): Readonly<Record<string, string>> {
    return this.cookie === '' ? {} : { cookie: this.cookie };
  }

  private async read(response: Response): Promise<Got> {
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
}

/** An address as it stands in a page, where templates write = in another way. */
export const unescaped = (html: string): string => html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');

/** Sends an assessment file and gives the identity of its run. */
export async function addRun(address: string, key: string, file: string): Promise<string> {
  const response = await fetch(`${address}/api/runs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: file,
  });
  const body = (await response.json()) as { readonly id?: string };
  if (body.id === undefined) throw new Error(JSON.stringify(body));
  return body.id;
}
