import { request } from 'node:http';

/** An answer of the service. */
export interface ServiceAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/** Talks to a service that listens on a unix socket of this machine, as any client of its API does. */
export class ServiceClient {
  private readonly socket: string;
  private readonly key: string;

  constructor(socket: string, key: string) {
    this.socket = socket;
    this.key = key;
  }

  /**
   * Sends a request.
   *
   * @throws Error where the answer is a refusal, with its problem document
   */
  async send(method: 'GET' | 'POST', path: string, body?: string): Promise<ServiceAnswer> {
    const answer = await new Promise<ServiceAnswer>((resolve, reject) => {
      const headers = {
        Authorization: `Bearer ${this.key}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      };
      const sent = request({ socketPath: this.socket, method, path, headers }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(pieces) }));
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.body.toString('utf8')}`);
    return answer;
  }

  async json<T>(method: 'GET' | 'POST', path: string, body?: string): Promise<T> {
    return JSON.parse((await this.send(method, path, body)).body.toString('utf8')) as T;
  }
}
