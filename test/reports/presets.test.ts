import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WelfareAccountResult } from '../../src/core/result.js';
import { resultPage } from '../../src/reports/pages/result-page.js';
import { sectionsOf, tableOf } from '../../src/reports/pages/result-sections.js';
import { renderReport } from '../../src/reports/report-html.js';
import { movesBars } from '../../src/reports/view/moves-view.js';
import { account, type File, referenceCareers } from '../cases/files.js';

const sample = (name: string): File =>
  JSON.parse(readFileSync(new URL(`../../samples/${name}.json`, import.meta.url), 'utf8')) as File;

const words = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const valoris = account(sample('valoris-cooperative'));
const clause = account(sample('subsidised-post'));
const factory = account(sample('job-factory'));

/** What a person reads on page one before the first limit. */
const front = (result: WelfareAccountResult): string =>
  words(renderReport(result)).split(/(?:One limit|Two limits|Three limits)/)[0] ?? '';

const doors = {
  base: '/runs/1',
  mayAskForReport: false,
  example: false,
  run: '1',
  back: { href: '/runs', label: 'All runs' },
};

interface Page {
  readonly money: readonly {
    readonly label: string;
    readonly value: string;
    readonly range: string | null;
    readonly href: string | null;
  }[];
}
const page = (result: WelfareAccountResult): Page => resultPage(result, doors) as Page;

/** The numbers of a table, a row at a time, as a file of it has them. */
const numbers = (result: WelfareAccountResult, name: string): readonly (readonly unknown[])[] =>
  tableOf(result, name)?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? [];

describe('page one of a preset', () => {
  it('has its own figure first, with how sure it is, and then all of it or who pays', () => {
    expect(front(valoris)).toContain(
      'Value for public budgets in one year, per person EUR 1,330 EUR 6,500 in taxes and in spending avoided, less EUR 5,170 in contributions forgone and grants',
    );
    expect(front(valoris)).toContain('illustrative, mostly assumption: EUR 1,290 to EUR 1,330');
    expect(front(valoris)).toContain('In all, 79 people EUR 105,000');
    expect(front(clause)).toContain('Net cost to public budgets of a job of 12 months EUR −4,950');
    expect(front(clause)).toContain('EUR 12,000 is saved: below zero is a gain');
    expect(front(clause)).toContain('Net cost to Basque government, which pays EUR 4,200');
    expect(front(factory)).toContain('Net cost to public budgets of a full-time year EUR 12,500');
    expect(front(factory)).toContain('EUR 11,700 to EUR 14,200 in 90 of 100 calculations');
    expect(front(factory)).toContain('In all, 10 full-time years EUR 125,000');
  });

  it('does not have what society gains in its place', () => {
    for (const result of [valoris, clause, factory]) {
      expect(front(result)).not.toContain('For society');
      expect(front(account(referenceCareers()))).toContain('For society, net, over one year');
    }
  });

  it('says whose money it is where it is of several', () => {
    expect(front(valoris)).toContain('Whose money it is Value per person, in EUR');
    expect(renderReport(valoris)).toContain(
      'aria-label="By whose money it is: Municipalities 1,010, Regions 854, State 3,354, Social insurance −3,885."',
    );
    expect(front(clause)).toContain('Net cost per job, in EUR: who pays and, below zero, who gains.');
    // The second agency of the file neither pays nor gets anything.
    expect(front(factory)).not.toContain('Whose money it is');
  });

  it('speaks of what is counted, and draws people only where they differ', () => {
    expect(front(valoris)).toContain(
      '79 people were at work; one year of it is counted. Without it, probably nobody would have worked.',
    );
    expect(front(clause)).toContain('1 job of 12 months.');
    expect(front(factory)).toContain('10 people and 10 full-time years of work.');
    expect(renderReport(factory)).not.toContain('<div class="people">');
    const some = sample('job-factory');
    const [career] = some['careers'] as File[];
    const mixed = account({ ...some, careers: [{ ...career, counterfactualShare: 0.26 }] });
    expect(renderReport(mixed)).toContain('<div class="people">');
    expect(front(mixed)).toContain('would have worked');
  });

  it('is the head of its page too, and leads to how it was worked out', () => {
    const figures = (result: WelfareAccountResult) => page(result).money.map(({ href }) => href);
    expect(figures(valoris)).toEqual([
      '/runs/1/figures/preset.perPerson.value',
      '/runs/1/figures/preset.total.value',
    ]);
    expect(figures(clause)).toEqual([
      '/runs/1/figures/preset.perJob.netCost',
      '/runs/1/figures/preset.agencies.basque-government.perJob.netCost',
    ]);
    expect(figures(factory)).toEqual([
      '/runs/1/figures/preset.perFullTimeYear.netCost',
      '/runs/1/figures/preset.total.netCost',
    ]);
    expect(page(factory).money.map(({ range }) => range === null)).toEqual([false, true]);
    expect(figures(account(referenceCareers()))).toEqual([
      '/runs/1/figures/horizons.1.npv',
      '/runs/1/figures/horizons.1.actors.municipality.net',
    ]);
  });
});

describe('what moves a preset', () => {
  it('is told of the figure it is asked for', () => {
    expect(movesBars(clause)).toMatchObject({ point: -4953, name: 'the net public cost, per job, in EUR' });
    expect(movesBars(clause).lead).toContain('here −4,953');
    const [first] = clause.sensitivity;
    const ends = [first?.low ?? NaN, first?.high ?? NaN];
    expect(Math.min(...ends)).toBeLessThan(-4953);
    expect(Math.max(...ends)).toBeGreaterThan(-4953);
    expect(movesBars(account(referenceCareers())).name).toContain('for society');
  });
});

describe('the sections of a preset', () => {
  it('give its lines as they add up, for one and for all', () => {
    expect(numbers(valoris, 'preset').map(([name, , all]) => [name, Math.round(Number(all))])).toEqual([
      ['Income tax', 50_312],
      ['Value added tax', 105_169],
      ['Spending avoided', 358_166],
      ['Taxes and spending avoided', 513_646],
      ['Contributions forgone', 306_900],
      ['Grants', 101_400],
      ['Forgone and granted', 408_300],
      ['Value for public budgets', 105_346],
    ]);
    expect(numbers(factory, 'preset').at(-1)).toEqual(['Net public cost', 12_500, 125_000]);
    // Of one job there is nothing to add up.
    expect(numbers(clause, 'preset').at(-1)).toEqual(['Net public cost', -4953]);
  });

  it('give levels and classes, or agencies, each with a total', () => {
    expect(numbers(valoris, 'preset-levels').map(([name]) => name)).toEqual([
      'Municipalities',
      'Regions',
      'State',
      'Social insurance',
      'All public agencies',
    ]);
    expect(numbers(valoris, 'preset-classes').map(([name, people]) => [name, people])).toEqual([
      ['Alternative to prison', 7],
      ['Disability', 61],
      ['Other disadvantage', 11],
    ]);
    expect(numbers(clause, 'preset-agencies')).toEqual([
      ['Basque government', 16_200, 0, 12_000, 4200],
      ['Social security', 0, 4800, 0, -4800],
      ['Treasury', 0, 4353, 0, -4353],
      ['All public agencies', 16_200, 9153, 12_000, -4953],
    ]);
  });

  it('keep what began a job factory and what residents have of it beside the cost', () => {
    expect(numbers(factory, 'preset-beside')).toEqual([
      ['Spent once to begin with', 6200, 62_000],
      ['Useful to residents', 5000, 50_000],
    ]);
    const without = sample('job-factory');
    delete without['usefulness'];
    expect(numbers(account(without), 'preset-beside')).toEqual([['Spent once to begin with', 6200, 62_000]]);
  });

  it('stand in the report before who pays, and leave out what one year cannot show', () => {
    const report = words(renderReport(clause));
    const places = ['What the public pays for a job, and gets back', 'Who pays and who gains'].map((title) =>
      report.indexOf(title),
    );
    expect(places[0]).toBeGreaterThan(0);
    expect(places[0]).toBeLessThan(places[1] ?? 0);
    expect(report).not.toContain('If it lasts');
    expect(report).not.toContain('When it pays back');
    expect(sectionsOf(clause).map(({ id }) => id)).not.toContain('time');
  });

  it('are not there for the usual account', () => {
    const usual = account(referenceCareers());
    expect(sectionsOf(usual).filter(({ id }) => id.startsWith('preset'))).toEqual([]);
    expect(words(renderReport(usual))).toContain('If it lasts');
  });
});

describe('how sure a preset is', () => {
  it('says which of its sentences are about which figure', () => {
    const sure = (result: WelfareAccountResult): string =>
      sectionsOf(result).find(({ id }) => id === 'sure')?.lead ?? '';
    expect(sure(factory)).toContain(
      'The first line of the table is the net public cost, per full-time year.',
    );
    expect(sure(factory)).toContain('are those of society over one year');
    expect(sure(account(sample('work-cooperative')))).not.toContain('The first line of the table');
    expect(numbers(factory, 'intervals')[0]?.[0]).toBe('Net public cost, per full-time year');
  });
});
