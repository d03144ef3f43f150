import type { Result } from '../core/result.js';
import { text } from '../platform/locale/text.js';
import { fontFaces } from './fonts.js';
import { drawing, fillTemplates, styleSheet } from './template-engine.js';
import { accountView } from './view/account-view.js';
import { fiscalView } from './view/fiscal-view.js';
import { frontView } from './view/front-view.js';
import { mapView } from './view/map-view.js';
import { sharedView } from './view/shared-view.js';

const HASH_SHOWN = 12;

/** The evidence report of a result as one HTML document for print, with everything it needs inside. */
export function renderReport(result: Result): string {
  const { assessment } = result;
  const marks = [
    ...(assessment.context?.constructed ? [text('report.constructed')] : []),
    ...(result.problems.some(({ severity }) => severity === 'error') ? [text('report.draft')] : []),
  ];
  const hash = result.inputsHash.replace('sha256:', '').slice(0, HASH_SHOWN);
  return fillTemplates({
    title: result.title,
    style: drawing(`${fontFaces()}\n${styleSheet()}\n${margins(result.title, marks.join(' · '), hash)}`),
    kind: result.kind === 'welfare-account' && result.presetFigures ? `${result.kind} preset` : result.kind,
    mark: marks.length > 0 ? marks.join(' · ') : null,
    front: frontView(result),
    shared: sharedView(result),
    account: result.kind === 'welfare-account' ? accountView(result) : null,
    map: result.kind === 'value-map' && assessment.kind === 'value-map' ? mapView(result, assessment) : null,
    fiscal:
      result.kind === 'fiscal-cost-benefit' && assessment.kind === 'fiscal-cost-benefit'
        ? fiscalView(result, assessment)
        : null,
  });
}

const LONGEST_TITLE = 80;

/** The running lines of each page: title, what it is not, hash and page number. */
function margins(title: string, mark: string, hash: string): string {
  const short = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE)}…` : title;
  const quoted = (words: string): string => `"${words.replace(/[\\"<>\n]/g, ' ')}"`;
  return `@page{@bottom-left{content:${quoted(`${short} · ${hash}`)}}@top-right{content:${quoted(mark)}}}`;
}
