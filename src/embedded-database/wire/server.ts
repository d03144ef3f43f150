import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import type { Commands } from '../commands/commands.js';
import type { Connection } from './connection.js';
import { answer, Framing, readMessage } from './message.js';

/** Speaks MongoDB's wire protocol on a unix socket that only this user can open. */
export class WireServer {
  private readonly commands: Commands;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private answers = 0;

  constructor(commands: Commands) {
    this.commands = commands;
    this.server = createServer((socket) => this.serve(socket));
  }

  /** Listens; a socket file left by a killed owner is replaced. */
  async listen(path: string): Promise<void> {
    rmSync(path, { force: true });
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(path, resolve);
    });
    chmodSync(path, 0o600);
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private serve(socket: Socket): void {
    const connection: Connection = { closed: false };
    const framing = new Framing();
    let last = Promise.resolve();
    let waiting = 0;
    this.sockets.add(socket);
    socket.on('data', (piece) => {
      try {
        for (const bytes of framing.add(piece)) {
          if (++waiting > 1) socket.pause();
          last = last
            .then(() => this.handle(socket, connection, bytes))
            .catch(() => void socket.destroy())
            .finally(() => {
              if (--waiting === 0) socket.resume();
            });
        }
      } catch {
        socket.destroy();
      }
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.sockets.delete(socket);
      connection.closed = true;
      this.commands.disconnected(connection);
    });
  }

  private async handle(socket: Socket, connection: Connection, bytes: Buffer): Promise<void> {
    const message = readMessage(bytes);
    const document = await this.commands.run(message, connection);
    if (!message.answered || socket.destroyed) return;
    this.answers = (this.answers + 1) & 0x7fffffff;
    if (socket.write(answer(message, this.answers, document))) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        socket.off('drain', done);
        socket.off('close', done);
        resolve();
      };
      socket.on('drain', done);
      socket.on('close', done);
    });
  }
}
