import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Last bits of these differ between versions of Node, so figures would too. */
const inexactMath = [
  'pow',
  'cbrt',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'atan2',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh',
  'expm1',
  'log1p',
  'log2',
  'log10',
  'hypot',
  'fround',
  'random',
].map((property) => ({
  object: 'Math',
  property,
  message:
    'The core gives the same bytes on every supported Node: use repeated multiplication, sqrt, exp or log.',
}));

const rounding = ['round', 'trunc'].map((property) => ({
  object: 'Math',
  property,
  message: 'The core does not round; rounding belongs to the page that shows a figure.',
}));

export default defineConfig(
  globalIgnores(['dist', 'out', 'coverage', 'node_modules']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '.*.cjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'Date',
          'Intl',
          'process',
          'performance',
          'crypto',
          'fetch',
          'setTimeout',
          'setInterval',
          'globalThis',
          'console',
          'Buffer',
        ].map((name) => ({
          name,
          message: 'The core is pure: no clock, environment, network, locale or ambient randomness.',
        })),
      ],
      'no-restricted-properties': ['error', ...inexactMath, ...rounding],
      'no-restricted-syntax': [
        'error',
        {
          selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']",
          message: '`**` gives other last bits on other versions of Node: multiply repeatedly.',
        },
        {
          selector:
            'CallExpression[callee.property.name=/^(toLocaleString|localeCompare|toFixed|toPrecision)$/]',
          message: 'The core knows no locale and does not round.',
        },
        {
          selector: "VariableDeclarator[init.name='Math'], ImportExpression",
          message: 'Name what you use of Math in full; import statically.',
        },
      ],
    },
  },
  {
    files: ['**/*.model.ts'],
    // Schemas are declared by plain objects, as mongoose documents it.
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          property: 'toBeCloseTo',
          message: 'Its second argument is digits: write the tolerance as a number, with its reason.',
        },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        module: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        console: 'readonly',
        performance: 'readonly',
        require: 'readonly',
      },
    },
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
);
