import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../src/platform/tables/spreadsheet.js';
import { TABLE_LIMITS, TableRefusal } from '../../src/platform/tables/table.js';
import { type Packed, textRow, workbookParts, zip } from '../programmes/zip.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Why a file is refused. */
async function refusalOf(bytes: Uint8Array): Promise<string> {
  try {
    await readSpreadsheet(bytes);
  } catch (error) {
    if (error instanceof TableRefusal) return error.code;
    throw error;
  }
  return 'not refused';
}

const valuesOf = async (bytes: Uint8Array) =>
  (await readSpreadsheet(bytes)).sheets.map(({ rows }) => rows.map((row) => row.map(({ value }) => value)));

const book = (...parts: Packed[]): Uint8Array => zip(workbookParts(textRow(1, ['a']), parts));
const changed = (name: string, says: NonNullable<Packed['says']>): Uint8Array =>
  zip(workbookParts(textRow(1, ['a'])).map((part) => (part.name === name ? { ...part, says } : part)));

describe('a workbook', () => {
  it('is read with what kind of thing stands in each cell', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'One',
          rows: [
            ['text', 1.5, true, new Date(Date.UTC(2025, 1, 3)), null],
            ['over two', null, 'x'],
          ],
          cells: new Map([['0,4', { formula: '1+1', formulaResult: 2, value: 2 }]]),
          merges: [{ startRow: 1, startCol: 0, endRow: 1, endCol: 1 }],
          rowDefs: new Map([[1, { outlineLevel: 2 }]]),
        },
      ],
    });
    const { sheets, separator } = await readSpreadsheet(bytes);
    expect(separator).toBeNull();
    expect(sheets[0]?.rows[0]).toEqual([
      { kind: 'text', value: 'text' },
      { kind: 'number', value: 1.5 },
      { kind: 'yes-no', value: true },
      { kind: 'date', value: '2025-02-03' },
      { kind: 'number', value: 2, formula: true },
    ]);
    expect(sheets[0]?.rows[1]?.map(({ value }) => value)).toEqual(['over two', 'over two', 'x']);
    expect([...(sheets[0]?.levels ?? [])]).toEqual([[1, 2]]);
  });

  it('written by hand is one too, so that those below are refused for what is wrong with them', async () => {
    expect(await valuesOf(book())).toEqual([[['a']]]);
  });

  it('tells formulas that copy another one, and the errors of formulas', async () => {
    const sheet =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>';
    const { sheets } = await readSpreadsheet(zip(workbookParts(sheet)));
    expect(sheets[0]?.rows).toEqual([
      [
        { kind: 'number', value: 1, formula: true },
        { kind: 'error', value: '#DIV/0!', formula: true },
      ],
      [{ kind: 'number', value: 2, formula: true }],
    ]);
  });

  it('expands no entities', async () => {
    const parts = workbookParts(textRow(1, ['&a;'])).map((part) =>
      part.name.endsWith('sheet1.xml')
        ? {
            ...part,
            content: `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${String(part.content).replace(/^<\?.*?\?>/, '')}`,
          }
        : part,
    );
    expect(JSON.stringify(await valuesOf(zip(parts)))).not.toContain('root:');
  });
});

describe('a workbook is refused that', () => {
  const whole = book();
  const half = whole.slice(0, whole.length / 2);
  const flipped = Uint8Array.from(whole, (byte, at) => (at === 60 ? byte ^ 255 : byte));

  it.each<[string, Uint8Array, string]>([
    ['is empty', new Uint8Array(), 'empty'],
    ['was cut off', half, 'damaged'],
    ['has a wrong byte', flipped, 'damaged'],
    ['has bytes after its end', Buffer.concat([whole, Buffer.from('x')]), 'damaged'],
    ['is an archive of something else', zip([{ name: 'a.txt', content: 'a' }]), 'damaged'],
    ['is of the old kind, or has a password', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0), 'old-or-locked'],
    ['has an encrypted part', changed('xl/workbook.xml', { flags: 1 }), 'old-or-locked'],
    ['is packed in another way', changed('xl/workbook.xml', { method: 12 }), 'damaged'],
    ['has a part of another checksum', changed('xl/workbook.xml', { crc: 1 }), 'damaged'],
    ['unpacks to more than it says', changed('xl/worksheets/sheet1.xml', { size: 20 }), 'damaged'],
    ['unpacks to less than it says', changed('xl/worksheets/sheet1.xml', { size: 2_000 }), 'damaged'],
    [
      'says that it unpacks to too much',
      changed('xl/worksheets/sheet1.xml', { size: TABLE_LIMITS.unpackedBytes + 1 }),
      'unpacks-too-large',
    ],
    ['has a part twice', book({ name: 'xl/workbook.xml', content: 'x' }), 'damaged'],
    ['has a part that leads elsewhere', book({ name: '../x', content: 'x' }), 'damaged'],
    ['says that it has more parts', zip(workbookParts(''), 40), 'damaged'],
    ['has too many parts', zip(workbookParts(''), TABLE_LIMITS.parts + 1), 'too-many-parts'],
    ['has macros', book({ name: 'xl/vbaProject.bin', content: 'x' }), 'macros'],
    [
      'links to another file',
      book({ name: 'xl/externalLinks/externalLink1.xml', content: 'x' }),
      'external-links',
    ],
    [
      'links to another file under another name',
      book({
        name: 'xl/_rels/x.rels',
        content: '<Relationship Type="http://x/relationships/externalLink" Target="y.xml"/>',
      }),
      'external-links',
    ],
    ['asks a database', book({ name: 'xl/connections.xml', content: 'x' }), 'external-links'],
    [
      'has a cell beyond every sheet',
      zip(workbookParts('<row r="1"><c r="XFE1"><v>1</v></c></row>')),
      'damaged',
    ],
    [
      'has too many columns',
      zip(workbookParts('<row r="1"><c r="CV1"><v>1</v></c></row>')),
      'too-many-columns',
    ],
    [
      'has too many rows',
      zip(workbookParts(`<row r="${TABLE_LIMITS.rows + 1}"><c><v>1</v></c></row>`)),
      'too-many-rows',
    ],
    ['is larger than the limit', new Uint8Array(TABLE_LIMITS.bytes + 1).fill(65), 'too-large'],
    ['is a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0), 'not-a-table'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  it('holds many copies of one part that together unpack to too much', async () => {
    const large = new Uint8Array(TABLE_LIMITS.unpackedBytes / 4);
    const copies = Array.from({ length: 5 }, (_, at) => ({ name: `xl/media/${at}`, content: large }));
    const bytes = book(...copies);
    expect(bytes.length).toBeLessThan(deflateRawSync(large).length * 6);
    expect(await refusalOf(bytes)).toBe('unpacks-too-large');
  });
});

describe('a table in text', () => {
  it.each([
    ['commas', 'a,b\n"1,5","x ""y"""\n'],
    ['semicolons', 'a;b\r\n"1,5";"x ""y"""\r\n'],
    ['tabs', 'a\tb\n1,5\t"x ""y"""'],
    ['an empty line first', '\na;b\n1,5;"x ""y"""\n'],
  ])('may have %s', async (_, text) => {
    const [rows] = await valuesOf(utf8(text));
    expect(rows?.filter((row) => row.length > 0)).toEqual([
      ['a', 'b'],
      ['1,5', 'x "y"'],
    ]);
  });

  it('may be in any of the encodings spreadsheets write', async () => {
    const text = 'kod;pris\nfängelsedygn;3500';
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const files = [
      utf8(text),
      utf8(`\uFEFF${text}`),
      utf16,
      Buffer.from(utf16).swap16(),
      Buffer.from(text, 'latin1'),
    ];
    for (const bytes of files) {
      expect(await valuesOf(bytes)).toEqual([
        [
          ['kod', 'pris'],
          ['fängelsedygn', '3500'],
        ],
      ]);
    }
  });

  it('marks what a spreadsheet would take for a formula', async () => {
    const { sheets } = await readSpreadsheet(utf8('a\n=1+1\n'));
    expect(sheets[0]?.rows[1]).toEqual([{ kind: 'text', value: '=1+1', formula: true }]);
  });

  it.each([
    ['a quote that does not close', 'a,b\n"1,2\n3,4\n', 'broken-quotes'],
    ['too many columns', ','.repeat(TABLE_LIMITS.columns).replace(/$/, 'x'), 'too-many-columns'],
    ['too many rows', 'a\n'.repeat(TABLE_LIMITS.rows + 5), 'too-many-rows'],
    ['bytes that are no text', 'a\u0000b', 'not-a-table'],
  ])('is refused for %s', async (_, text, code) => {
    expect(await refusalOf(utf8(text))).toBe(code);
  });
});
