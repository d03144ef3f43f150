import { startTestService } from '../support/service.js';

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

export async function runService(settings: Readonly<Record<string, string>> = {}): Promise<RunningService> {
  const test = await startTestService({ WORK_IN_SERVICE: '0', ...settings });
  return {
    folder: test.directory,
    key: test.key,
    as: (key) => async (method, path, body, headers) => {
      const {
        status,
        headers: got,
        text,
      } = await test.send(method, path, { key, body, headers: headers ?? {} });
      return { status, headers: got, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
    },
    close: () => test.stop(),
  };
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
