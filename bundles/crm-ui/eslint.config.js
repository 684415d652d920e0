import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

const limits = { 'max-lines': ['error', { max: 300 }], 'max-params': ['error', 5] };
const noAntd = {
  patterns: [{ group: ['antd', 'antd/*', '@rc-component/*'], message: 'Only src/kit may use antd.' }],
};

export default ts.config(
  { ignores: ['dist', 'target', 'node_modules'] },
  ...ts.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'scripts/**/*.mjs'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...limits,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      'no-restricted-imports': ['error', noAntd],
      'no-eval': 'error',
    },
  },
  { files: ['src/kit/**'], rules: { 'no-restricted-imports': 'off' } },
);
