/** English texts of spreadsheets, price lists and price requests (ICU messages). */
export const enPrices = {
  'table.refusal.empty': 'The file is empty.',
  'table.refusal.too-large':
    'The file is larger than {most} MB. Take out sheets and pictures that are not needed.',
  'table.refusal.unpacks-too-large':
    'The workbook unpacks to more than {most} MB, or says so. Save the sheet that is needed in a workbook of its own.',
  'table.refusal.too-many-parts':
    'The workbook is packed out of more than {most} files. Save the sheet that is needed in a workbook of its own.',
  'table.refusal.too-many-sheets':
    'The workbook has more than {most} sheets. Save those that are needed in a workbook of their own.',
  'table.refusal.too-many-rows':
    'The sheet {sheet} has more than {most} rows. Divide it, or delete the empty rows at its end.',
  'table.refusal.too-many-columns':
    'The sheet {sheet} has {columns} columns; the limit is {most}. Delete those that are not needed, also empty ones.',
  'table.refusal.damaged':
    'The file is no workbook, or it is damaged. Open it in a spreadsheet program and save it again as XLSX.',
  'table.refusal.old-or-locked':
    'This is a workbook of the old kind (XLS) or one with a password. Save it as XLSX without a password.',
  'table.refusal.macros': 'The workbook holds macros, which are not taken. Save it as XLSX without macros.',
  'table.refusal.external-links':
    'The workbook fetches values from other files. Break the links in the spreadsheet program (Data, Edit links), and save it again.',
  'table.refusal.not-a-table': 'The file is no table of text (CSV) and no workbook (XLSX).',
  'table.refusal.broken-quotes':
    'Line {row}: a quote is not closed, or stands where none can. Put the whole field in quotes, and write a quote inside it as "".',
  'table.refusal.takes-too-long':
    'Reading the file takes too long or too much memory. Divide it, or save it anew.',

  'prices.at':
    '{sheet, select, none {} other {Sheet {sheet}, }}{row, select, none {} other {row {row}, }}{column, select, none {} other {column “{column}”}}',
  'prices.problem.missing': 'Nothing stands here.',
  'prices.mend.missing': 'Fill it in, or take the row out.',
  'prices.problem.no-price': 'There is no price here.',
  'prices.mend.no-price':
    'Take the row out, and request the price from the agency that pays. It is not to be guessed.',
  'prices.problem.not-a-number': '“{value}” is no number.',
  'prices.mend.not-a-number': 'Write digits with one decimal point or comma, as 1250.50.',
  'prices.problem.ambiguous-number': '“{value}” may be read in two ways.',
  'prices.mend.ambiguous-number': 'Write it without a mark for thousands, and with two decimals.',
  'prices.problem.decimal-marks': '“{value}” has another decimal mark than the numbers before it.',
  'prices.mend.decimal-marks': 'Use a point or a comma in the whole file.',
  'prices.problem.out-of-range': '{value} is below 0 or beyond any price.',
  'prices.mend.out-of-range': 'Write the price of one unit: 0 or more.',
  'prices.problem.not-a-year': '“{value}” is no price year.',
  'prices.mend.not-a-year': 'Write a calendar year as 2025, or a financial year as 2024/25.',
  'prices.problem.year-without-days':
    '“{value}” is a financial year, and it is not known here when it begins in {country}.',
  'prices.mend.year-without-days': 'Fill in “valid from” and “valid to” as well.',
  'prices.problem.not-a-date': '“{value}” is no date.',
  'prices.mend.not-a-date': 'Write it as 2025-12-31.',
  'prices.problem.ends-before-it-begins': 'It would hold from {from} to {to}.',
  'prices.mend.ends-before-it-begins': 'Check “valid from”, “valid to” and the price year.',
  'prices.problem.not-one-of': '“{value}” is not known here.',
  'prices.mend.not-one-of': 'Write one of: {choices}.',
  'prices.problem.not-a-currency': '“{value}” is no currency.',
  'prices.mend.not-a-currency': 'Write three capital letters, as SEK.',
  'prices.problem.too-long': 'The text is longer than {most} characters.',
  'prices.mend.too-long': 'Shorten it.',
  'prices.problem.formula': 'Here stands a formula.',
  'prices.mend.formula': 'Copy the cells and paste them as values.',
  'prices.problem.formula-without-value': 'Here stands a formula that was never worked out.',
  'prices.mend.formula-without-value': 'Open the workbook in a spreadsheet program and save it again.',
  'prices.problem.formula-error': 'Here stands the error {value}.',
  'prices.mend.formula-error': 'Mend the formula it comes from, or write the value.',
  'prices.problem.covered-twice':
    'The code “{value}” has a price for some of these days already, in row {first}.',
  'prices.mend.covered-twice': 'Keep one of the two, or give them periods that do not overlap.',
  'prices.problem.uprated-mismatch':
    'The uprated value {value} is not the value times the index of the workbook, which would be {expected}.',
  'prices.mend.uprated-mismatch': 'Value, year or uprated value is wrong. Check them against the source.',
  'prices.problem.unknown-column': 'The column “{value}” is not known.',
  'prices.mend.unknown-column': 'Take it out, or use a heading of the template: {choices}.',
  'prices.problem.column-twice': 'Two columns have the heading “{value}”.',
  'prices.mend.column-twice': 'Keep one of them.',
  'prices.problem.no-column': 'There is no column “{value}”.',
  'prices.mend.no-column': 'Add it; the template has all of them.',
  'prices.problem.no-headings':
    'No sheet has the headings of this layout: a description, a unit, and a value with its year.',
  'prices.mend.no-headings':
    'Choose the other layout, or check that the headings stand in the first 15 rows.',
  'prices.problem.no-rows': 'There are no prices in the file.',
  'prices.mend.no-rows': 'Fill in at least one row under the headings.',
  'prices.problem.too-many': 'The file holds more than {most} prices.',
  'prices.mend.too-many': 'Divide it into several lists.',

  'prices.note.sheet-not-read': 'The sheet {sheet} was not read: it has no headings of prices.',
  'prices.note.columns-not-read': 'Sheet {sheet}: columns that were not read: {columns}.',
  'prices.note.without-value':
    '{count, plural, one {One row has} other {# rows have}} a code and no value, and {count, plural, one {was} other {were}} left out, the first in {first}.',
  'prices.note.without-code': '{sheet}, row {row}: it has no code and is kept as “{code}”.',
  'prices.note.worked-out':
    '{count, plural, one {One value was} other {# values were}} worked out by the workbook; what it last came to was taken.',
  'prices.note.uprated-checked':
    '{count, plural, one {One uprated value is} other {# uprated values are}} the value times the index of the workbook for {year}. They were checked and not taken: a price keeps its own year.',
  'prices.note.uprated-unchecked':
    '{count, plural, one {One uprated value} other {# uprated values}} could not be checked, because no index was found that they follow. They were not taken: a price keeps its own year.',
  'prices.note.levels':
    'Some prices are parts of others (headline, subsidiary, constituent). Never add a price and its parts.',
  'prices.note.transfer-unsaid':
    'The layout does not say which values are transfers. Who uses one says so in the programme.',

  'prices.template.remark':
    'A row that begins with this sign is not read. One row for each price; value type, currency, valid from, valid to, source, licence and short-run price may stay empty. Transfer: yes or no.',

  'prices.none.known': 'Your lists have it for {years}.',
  'prices.none.unknown': 'None of your lists has it.',
  'prices.none.request': 'Request it: {address}',
  'prices.citation': '{list}, version {version} (SHA-256 {hash}…), {code}, in prices of {year}: {source}',

  'prices.answers.name': 'Answers to price requests ({country})',
  'prices.answers.source':
    'Letter from {agency}, {date}{document, select, none {} other {, referring to {document}}}',
  'prices.answers.licence': 'As the agency answered; not published.',
} as const;
