import { readdir, readFile } from 'node:fs/promises';
import { type Prepared, prepareAssessment } from '../assessments/assessments.service.js';

const folder = new URL('../../samples/', import.meta.url);

/** A finished example that comes with the program. */
export interface Sample {
  readonly name: string;
  readonly prepared: Prepared;
}

/** Reads every sample, in the order of their names. */
export async function readSamples(): Promise<readonly Sample[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => {
      const preparation = prepareAssessment(await readFile(new URL(file, folder), 'utf8'));
      if (!preparation.ok) throw new Error(`sample ${file}: ${JSON.stringify(preparation.refusals)}`);
      return { name: file.replace(/\.json$/, ''), prepared: preparation.prepared };
    }),
  );
}
