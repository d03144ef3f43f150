import type { FileView } from './file-view.js';

/** Presets that look at one year of people at work, from the public budget. */
const NAMES: Readonly<Record<string, string>> = {
  valoris: 'VALORIS',
  'employment-clause': 'An employment clause',
  'job-factory': 'A job factory',
};

/** What must be given for a preset, and what belongs to one alone. */
export function checkPreset(file: FileView): void {
  const preset = file.at('preset').text ?? 'basta';
  refuseElsewhere(file.at('months'), preset === 'employment-clause', 'employment-clause');
  refuseElsewhere(file.at('usefulness'), preset === 'job-factory', 'job-factory');
  const name = NAMES[preset];
  if (name === undefined) return;
  checkYear(file, name);
  checkPeople(file, name);
  if (preset === 'valoris') checkLevels(file);
  if (preset === 'employment-clause') checkJobs(file);
}

function refuseElsewhere(field: FileView, belongs: boolean, preset: string): void {
  if (field.given && !belongs) field.refuse(`This belongs to the preset ${preset}; take it out.`);
}

/** One year, as it is. */
function checkYear(file: FileView, name: string): void {
  const discounting = file.at('conventions').at('discounting');
  if (discounting.text !== undefined && discounting.text !== 'none')
    discounting.refuse(`${name} counts one year and does not discount: give discounting none.`);
  const horizons = file.at('horizons');
  if (horizons.items().length > 0 && !horizons.items().some(({ number }) => number === 1))
    horizons.refuse(`${name} counts one year: 1 must be among the horizons.`);
  const headline = file.at('headlineHorizon');
  if (headline.number !== undefined && headline.number !== 1)
    headline.refuse(`${name} counts one year: leave the headline horizon out, or give 1.`);
}

function checkPeople(file: FileView, name: string): void {
  for (const form of ['states', 'cohorts']) {
    if (file.at(form).given)
      file.at(form).refuse(`${name} counts people at work: give careers, one for each group.`);
  }
  for (const career of file.at('careers').items()) {
    if (!career.at('work').given) career.at('work').refuse(`${name} counts people at work: say what work.`);
  }
}

function checkLevels(file: FileView): void {
  for (const agency of file.at('agencies').items()) {
    const id = agency.at('id').text ?? '';
    const isPublic =
      agency.at('public').value !== false && !['participants', 'displacedPeople', 'employer'].includes(id);
    if (isPublic && id !== 'treasury' && !agency.at('level').given) {
      agency
        .at('level')
        .refuse(
          'VALORIS shows the value by level of government: municipality, region, state, social-insurance or other.',
        );
    }
  }
}

function checkJobs(file: FileView): void {
  for (const career of file.at('careers').items()) {
    const share = career.at('successShare');
    if (share.number !== undefined && share.number !== 1)
      share.refuse(
        'Under an employment clause everybody counted holds a job: the success share is 1, and entrants are the jobs.',
      );
  }
}
