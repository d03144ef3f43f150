import { readdir, readFile } from 'node:fs/promises';

const folder = new URL('../../samples/', import.meta.url);

/** A finished example that comes with the program: an assessment file. */
export interface Sample {
  readonly name: string;
  readonly file: string;
}

/** Reads every sample, in the order of their names. */
export async function readSamples(): Promise<readonly Sample[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (name) => ({
      name: name.replace(/\.json$/, ''),
      file: await readFile(new URL(name, folder), 'utf8'),
    })),
  );
}
