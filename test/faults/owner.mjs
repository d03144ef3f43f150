/**
 * A process that owns data directories, to be killed. Reads `open DIRECTORY` and `close` from its input, one a line,
 * and answers each with a line of JSON.
 */
import { createInterface } from 'node:readline';
import { openEmbeddedDatabase } from '../../dist/embedded-database/embedded-database.js';

const open = [];
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  const [command, directory] = line.split(' ');
  if (command === 'close') {
    for (const database of open.splice(0)) await database.close();
    say({ closed: true });
  } else {
    try {
      const database = await openEmbeddedDatabase(directory);
      open.push(database);
      say({ uri: database.uri });
    } catch (error) {
      say({ refused: error.message });
    }
  }
}
