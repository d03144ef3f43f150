import { parentPort, workerData } from 'node:worker_threads';
import { Commands } from './commands/commands.js';
import { Store } from './storage/store.js';
import { WireServer } from './wire/server.js';

/** The thread in which the database runs, so that a long query never stalls the service. */
const { directory, socket } = workerData as { readonly directory: string; readonly socket: string };

const store = await Store.open(directory);
const commands = new Commands(store, socket);
const server = new WireServer(commands);
await server.listen(socket);
parentPort?.postMessage('ready');
parentPort?.once('message', () => {
  void (async () => {
    await server.close();
    commands.close();
    await store.close();
    parentPort?.close();
  })();
});
