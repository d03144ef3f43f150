import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

/** Whether this machine lets a browser reach a service on it; where all of the network is cut, even that is gone. */
export const loopback = await reachesItself();

if (!loopback) process.stdout.write('No loopback on this machine: tests that need a port are left out.\n');

async function reachesItself(): Promise<boolean> {
  const server = createServer((socket) => socket.end());
  try {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    socket.destroy();
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
