import { setTimeout as pause } from 'node:timers/promises';
import { type Example, EXAMPLES, type ExampleName, readExample } from '../assessments/examples.service.js';
import { PUBLIC } from '../platform/http/mount.js';
import { formatMoney } from '../platform/locale/format.js';
import { text } from '../platform/locale/text.js';
import { type AnyPageRoute, pageRoute } from '../platform/pages/page-route.js';
import { publishedComparisons } from '../reference/published-comparisons.js';
import { barList } from './sections/bar-list.js';
import { frontView } from './view/front-view.js';

/** How long a visitor waits for examples that are being worked out; a page without them comes then. */
const PATIENCE = 8_000;

/** The two cities of the picture. */
const CITIES = ['krami-malmo', 'krami-orebro'];

export const startRoutes: readonly AnyPageRoute[] = [
  pageRoute({
    method: 'get',
    path: '/',
    summary: 'What this is, with finished examples',
    access: PUBLIC,
    async handle() {
      return {
        template: 'start',
        title: text('page.start.title'),
        view: { cities: picture(), examples: await Promise.all(EXAMPLES.map(card)) },
      };
    },
  }),
];

/** What looked like a gain, the part that came anyway, and what remains, on one scale for both cities. */
function picture(): readonly object[] {
  const shown = publishedComparisons.filter(({ id }) => CITIES.includes(id));
  const most = Math.max(...shown.flatMap(({ bars }) => bars.map(({ value }) => value)));
  return shown.map(({ id, place, title, currency, bars, lesson }) => {
    const valueOf = (role: string): number => bars.find((bar) => bar.role === role)?.value ?? 0;
    const [claimed, anyway] = [valueOf('claimed'), valueOf('anyway')];
    const name = (role: string): string => bars.find((bar) => bar.role === role)?.label ?? '';
    const write = (value: number): string => formatMoney(value, currency);
    const drawn = [
      { label: name('claimed'), from: 0, to: claimed, text: write(claimed), tone: 'light' as const },
      { label: name('anyway'), from: 0, to: anyway, text: write(anyway), tone: 'hatch' as const },
      {
        label: name('attributable'),
        from: anyway,
        to: claimed,
        text: write(valueOf('attributable')),
        tone: 'dark' as const,
      },
    ];
    const scale = { label: '', from: most, to: most, text: '', tone: 'light' as const };
    const list = barList(
      [...drawn, scale],
      0,
      text('report.beside.chart', {
        title,
        list: drawn.map(({ label, text: value }) => `${label} ${value}`).join(', '),
      }),
    );
    return {
      id,
      city: text(id === 'krami-malmo' ? 'page.start.malmo' : 'page.start.orebro', { place }),
      lesson,
      bars: { ...list, bars: list.bars.slice(0, drawn.length) },
    };
  });
}

async function card(name: ExampleName): Promise<object> {
  const example = await Promise.race([
    readExample(name).catch(() => undefined),
    pause(PATIENCE, undefined, { ref: false }),
  ]);
  const front = example && frontView(example.result);
  const first = front?.money[0];
  return {
    href: `/examples/${name}`,
    title: example?.result.title ?? text(`page.example.${name}`),
    kind: example ? text(`page.kind.${example.result.kind}`) : null,
    lead: front?.people?.sentence ?? first?.line ?? null,
    figure: first ? { label: first.label, value: first.value, range: first.range } : null,
    constructed: isConstructed(example),
  };
}

const isConstructed = (example: Example | undefined): boolean =>
  example?.result.assessment.context?.constructed === true;
