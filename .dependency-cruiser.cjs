/** The floors of the house: who may import whom. See CONTRIBUTING.md. */
const rooms = [
  'organisations',
  'programmes',
  'trajectories',
  'assessments',
  'reports',
  'tenders',
  'portfolios',
];

/** A room reaches the rooms before it by their service or contract, and none after it. */
const roomRules = rooms.flatMap((room, index) => {
  const later = rooms.slice(index + 1);
  const others = rooms.filter((other) => other !== room);
  return [
    {
      name: `${room}-no-later-room`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to:
        later.length > 0
          ? { path: `^src/(${later.join('|')})/` }
          : { path: '^src/nothing-after-the-last-room/' },
    },
    {
      name: `${room}-only-through-doors`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${others.join('|')})/`, pathNot: '\\.(service|contract)\\.ts$' },
    },
    {
      name: `${room}-not-the-top`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/[^/]+\\.ts$' },
    },
  ];
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-is-pure',
      comment: 'The core imports only itself; simple-statistics behind core/statistics.ts.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '^src/core/statistics\\.ts$' },
      to: { pathNot: '^src/core/' },
    },
    {
      name: 'core-statistics-door',
      severity: 'error',
      from: { path: '^src/core/statistics\\.ts$' },
      to: { pathNot: '(^src/core/|(^|/)node_modules/simple-statistics/)' },
    },
    {
      name: 'reference',
      severity: 'error',
      from: { path: '^src/reference/' },
      to: { pathNot: '^src/(core|reference)/' },
    },
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/(platform/|embedded-database/|config\\.ts$)' },
    },
    {
      name: 'embedded-database-alone',
      comment: 'A foundation of its own: nothing of ours, and no other package.',
      severity: 'error',
      from: { path: '^src/embedded-database/' },
      to: {
        pathNot: '(^src/embedded-database/|(^|/)node_modules/(bson|lmdb|fs-native-extensions)/)',
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'one-door-for-the-embedded-database',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(embedded-database|platform/database)/' },
      to: { path: '^src/embedded-database/' },
    },
    ...roomRules,
    {
      name: 'one-door-for-puppeteer',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/reports/' },
      to: { path: '(^|/)node_modules/(puppeteer|puppeteer-core|@sparticuz|@cantoo)/' },
    },
    {
      name: 'one-door-for-handlebars',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/templates/' },
      to: { path: '(^|/)node_modules/handlebars/' },
    },
    {
      name: 'one-door-for-mongoose',
      comment: 'Schemas in *.model.ts, the connection in platform/database.',
      severity: 'error',
      from: { path: '^src/', pathNot: '(\\.model\\.ts$|^src/platform/database/)' },
      to: { path: '(^|/)node_modules/(mongoose|mongodb|mongodb-memory-server)/' },
    },
    {
      name: 'one-door-for-express',
      comment: 'The app, and what turns routes into answers; rooms declare routes as data.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(app\\.ts$|platform/(http|pages)/)' },
      to: { path: '(^|/)node_modules/(express|express-rate-limit|helmet)/' },
    },
    {
      name: 'one-door-for-simple-statistics',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/core/statistics\\.ts$' },
      to: { path: '(^|/)node_modules/simple-statistics/' },
    },
    {
      name: 'one-door-for-workbooks',
      comment: 'Files that strangers send are unpacked and looked at before the library sees them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/tables/workbook\\.ts$' },
      to: { path: '(^|/)node_modules/hucre/' },
    },
    {
      name: 'one-door-for-csv-parse',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/tables/text-table\\.ts$' },
      to: { path: '(^|/)node_modules/csv-parse/' },
    },
    {
      name: 'not-to-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-barrel-or-utils',
      severity: 'error',
      from: {},
      to: { path: '(^|/)src/.*(/index|/utils|/helpers)\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
