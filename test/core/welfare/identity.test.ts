import { beforeEach, describe, expect, it } from 'vitest';
import type { WelfareAccountFile } from '../../../src/core/assessment.js';
import { money } from '../../../src/core/figures/unit.js';
import { ExpressionGraph } from '../../../src/core/figures/graph.js';
import { Inputs } from '../../../src/core/inputs.js';
import { careerCohort } from '../../../src/core/welfare/career-cohort.js';
import { checkBooks, type Checked, checkTotals, IdentityFault } from '../../../src/core/welfare/identity.js';
import { type Booking, journalOf, post, stateValue } from '../../../src/core/welfare/ledger.js';
import { pricedServices } from '../../../src/core/welfare/services.js';
import { prepared, referenceCareers } from '../../cases/files.js';

function books() {
  const file = prepared(referenceCareers()).assessment as WelfareAccountFile;
  const graph = new ExpressionGraph();
  const inputs = new Inputs(graph, file);
  const cohorts = (file.careers ?? []).map((career, at) => careerCohort(inputs, file, career, at));
  const terms = {
    graph,
    services: pricedServices(inputs, file),
    column: 'average' as const,
    retained: () => undefined,
  };
  const journal = journalOf(terms, cohorts);
  const bookings = post(graph, journal);
  const check = (changed: readonly Booking[], checked?: Checked) =>
    checkBooks(
      graph,
      journal,
      changed,
      ({ cohort, state }) => stateValue(terms, cohort, state, money('SEK', 2020)),
      checked,
    );
  return { bookings, check };
}

describe('the books of an account', () => {
  let bookings: readonly Booking[];
  let check: ReturnType<typeof books>['check'];
  beforeEach(() => {
    ({ bookings, check } = books());
  });

  it('balance as they are', () => {
    expect(bookings.length).toBeGreaterThan(20);
    expect(() => check(bookings)).not.toThrow();
  });

  it('do not balance with any single booking deleted', () => {
    bookings.forEach((_, at) =>
      expect(() => check(bookings.toSpliced(at, 1)), `booking ${at}`).toThrow(IdentityFault),
    );
  });

  it('do not balance with any single booking doubled', () => {
    bookings.forEach((booking) => expect(() => check([...bookings, booking])).toThrow(IdentityFault));
  });

  it('do not balance with any single booking moved to another actor', () => {
    bookings.forEach((booking, at) => {
      const actor = booking.actor === 'region' ? 'justice' : 'region';
      expect(() => check(bookings.toSpliced(at, 1, { ...booking, actor })), booking.voucher.flow).toThrow(
        IdentityFault,
      );
    });
  });

  it('do not balance with any single booking moved between real and financial', () => {
    bookings.forEach((booking, at) => {
      const nature = booking.nature === 'real' ? 'financial' : 'real';
      expect(() => check(bookings.toSpliced(at, 1, { ...booking, nature }))).toThrow(IdentityFault);
    });
  });

  it('do not balance life by life with any single booking deleted or doubled', () => {
    expect(() => check(bookings, 'lives')).not.toThrow();
    bookings.forEach((booking, at) => {
      expect(() => check(bookings.toSpliced(at, 1), 'lives'), `booking ${at}`).toThrow(IdentityFault);
      expect(() => check([...bookings, booking], 'lives'), `booking ${at}`).toThrow(IdentityFault);
    });
  });
});

describe('the totals of an account', () => {
  const check = (...totals: readonly number[]) => {
    checkTotals(totals, 'here');
  };

  it('may be off by what numbers lose that are too small to keep their digits', () => {
    expect(() => {
      check(0, 1e-323, -1e-323, 3e-323);
    }).not.toThrow();
  });

  it.each([
    ['society', [1, 1.001, 0, 2]],
    ['payments', [1, 1, 1e-6, 2]],
    ['payments of next to nothing', [1e-280, 1e-280, 1e-285, 2e-280]],
    ['payments of an unknown size', [1, 1, 0.1, Number.NaN]],
  ])('may not be off in %s', (_, totals) => {
    expect(() => {
      check(...totals);
    }).toThrow(IdentityFault);
  });
});
