// The lint rules of the project's style: no `any`, no enums, no default exports, small functions.
import tseslint from 'typescript-eslint';

const plainScript = {
  files: ['**/*.mjs', 'jest.config.ts'],
  rules: { 'no-restricted-syntax': 'off' },
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.cache/**', 'conformance-report/**'] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals instead of an enum.' },
        { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that defines it.' },
      ],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      complexity: ['error', 14],
    },
  },
  { files: ['**/*.test.ts', 'suites/**'], rules: { 'max-lines-per-function': 'off', 'max-params': 'off' } },
  { files: ['spec/proof-table.ts', 'spec/token-proof-table.ts'], rules: { 'max-lines': 'off' } }, // generated
  plainScript,
);
