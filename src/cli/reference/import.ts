import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { refusalsOf } from '../../platform/refusal.js';
import type {
  PriceListSettings,
  PriceListShown,
  PricePreview,
} from '../../programmes/price-lists.contract.js';
import type { GivenFile } from '../../programmes/price-files.service.js';
import type { Arguments } from '../command.js';
import { CommandEnd, EXIT, print, wrongUse } from '../exit.js';
import { misused, type Part } from './part.js';

const LAYOUTS = ['template', 'greater-manchester'] as const;
const MOST_PRINTED = 200;
const LONGEST_NAME = 200;

export const importPart: Part = {
  name: 'import',
  usage: 'import FILE --organisation ID --name NAME',
  purpose: 'Loads a price list of an organisation’s own from a workbook or a CSV file.',
  help: [
    'FILE                 a workbook (XLSX) or a table in text (CSV), or - for standard input',
    '--organisation ID    whose list it is; no other organisation sees it',
    '--name NAME          of the list; where there is one of this name, the file becomes its next version',
    `--layout LAYOUT      ${LAYOUTS.join(' or ')}; left out: the first`,
    '--country CC         two letters; UK for the United Kingdom; may be left out with greater-manchester',
    '--currency CCC       of rows that name none; left out: that of the country, where it is known here',
    '--source TEXT        what the list is and who published it; left out: its name and its file',
    '--licence TEXT       on which terms it is held; left out: private to the organisation',
    '--dry-run            print what the file would become, and save nothing',
    'Every problem of every row is named, and nothing is saved while there is one (exit code 1).',
    'It reads the settings of the service: MONGODB_URI, or DATA_DIR; left out: ./data. The service may be running.',
  ],
  options: {
    organisation: { type: 'string' },
    name: { type: 'string' },
    layout: { type: 'string' },
    country: { type: 'string' },
    currency: { type: 'string' },
    source: { type: 'string' },
    licence: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  async run([file, ...more], values) {
    if (more.length > 0) throw misused(importPart);
    const organisation = valueOf(values, 'organisation');
    if (organisation === undefined || !/^[0-9a-f]{24}$/.test(organisation))
      throw wrongUse('Name the organisation by its identity, 24 digits and letters: --organisation ID');
    const name = valueOf(values, 'name');
    if (name === undefined || name.length > LONGEST_NAME)
      throw wrongUse(`Name the list, in at most ${LONGEST_NAME} characters: --name NAME`);
    if (file === undefined) throw wrongUse('Name a file, or - for standard input.');
    const given = { fileName: file === '-' ? 'standard input' : basename(file), bytes: await bytesOf(file) };
    const [{ commandLineActor }, files, service, reader, { withDatabase }] = await Promise.all([
      import('../../organisations/organisations.service.js'),
      import('../../programmes/price-files.service.js'),
      import('../../programmes/price-lists.service.js'),
      import('../../programmes/price-list-reader.js'),
      import('../database-command.js'),
    ]);
    const settings = await settingsOf(values, `${name} (${given.fileName})`);
    await withDatabase(async () => {
      const actor = await commandLineActor(organisation);
      if (!actor) throw new CommandEnd(EXIT.refused, `There is no organisation ${organisation}.`);
      process.stderr.write(`reading ${given.fileName}\n`);
      const whole: GivenFile = { ...given, settings };
      const preview = await files.previewPriceList(actor, name, whole);
      printPreview(preview, name);
      if (preview.problemCount > 0) throw new CommandEnd(EXIT.refused, problemsOf(preview));
      if (values['dry-run'] === true) {
        print('Nothing was saved.');
        return;
      }
      process.stderr.write('saving\n');
      const good = await files.readGoodFile(actor, whole);
      if (preview.list === null) printSaved(await service.addPriceList(actor, name, good));
      else {
        const { list, added } = await service.addPriceListVersion(
          actor,
          preview.list,
          preview.version - 1,
          good,
        );
        if (added) printSaved(list);
        else print(`It is version ${list.version} already. Nothing was changed.`);
      }
    }).finally(reader.closePriceListReader);
  },
};

/** What is said of the file, or a refusal that names every option that is wrong. */
async function settingsOf(values: Arguments['values'], described: string): Promise<PriceListSettings> {
  const [{ priceListSettings }, { countries }] = await Promise.all([
    import('../../programmes/price-lists.contract.js'),
    import('../../reference/countries.js'),
  ]);
  const layout = valueOf(values, 'layout');
  const country = valueOf(values, 'country') ?? (layout === 'greater-manchester' ? 'UK' : undefined);
  const parsed = priceListSettings.safeParse({
    layout,
    country,
    currency: valueOf(values, 'currency') ?? countries.find(({ code }) => code === country)?.currency,
    source: valueOf(values, 'source') ?? described,
    licence: valueOf(values, 'licence') ?? 'Private to the organisation',
  });
  if (parsed.success) return parsed.data;
  throw wrongUse(
    refusalsOf(parsed.error.issues, {})
      .map(({ pointer, message }) => `--${pointer.slice(1)}: ${message}`)
      .join('\n'),
  );
}

function valueOf(values: Arguments['values'], name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    if (file !== '-') return await readFile(file);
    const pieces: Buffer[] = [];
    for await (const piece of process.stdin) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  } catch (error) {
    throw wrongUse(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function printPreview(
  { prices, version, compared, sha256, notes, fileName }: PricePreview,
  name: string,
): void {
  print(`${fileName}: ${prices} prices, SHA-256 ${sha256}`);
  print(
    version === 1
      ? `It would be version 1 of the new list ${name}.`
      : `It would be version ${version} of ${name}: ${compared.new} new, ${compared.changed} changed, ${compared.same} the same, ${compared.gone} gone.`,
  );
  for (const note of notes) print(`- ${note}`);
}

function printSaved({ id, name, version }: PriceListShown): void {
  print(`Saved as version ${version} of ${name} (price list ${id}).`);
}

function problemsOf({ problems, problemCount }: PricePreview): string {
  const lines = problems.slice(0, MOST_PRINTED).map(({ sheet, row, column, message, mend }) => {
    const place = [sheet, row === null ? '' : `row ${row}`, column ?? '']
      .filter((part) => part !== '')
      .join(', ');
    return `${place}${place === '' ? '' : ': '}${message} ${mend}`;
  });
  const more = problemCount - lines.length;
  return [
    `Nothing was saved: ${problemCount === 1 ? 'one problem' : `${problemCount} problems`}.`,
    ...lines,
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join('\n');
}
