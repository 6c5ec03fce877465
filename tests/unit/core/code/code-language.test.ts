import { describe, expect, test } from 'vitest';
import { codeLanguage } from '../../../../lib/core/code/code-language.ts';

describe('the language of a fence comes from the file', () => {
  test.each([
    ['cmd/ring.go', 'go'],
    ['src/main.rs', 'rust'],
    ['app.TSX', 'tsx'],
    ['a/b/Makefile', 'make'],
    ['CMakeLists.txt', 'cmake'],
    ['Dockerfile.dev', 'docker'],
    ['deploy.yaml', 'yaml'],
    ['archive.tar.gz', ''],
    ['LICENSE', ''],
    ['.gitignore', ''],
    ['x.constructor', ''],
    ['__proto__', ''],
    ['', ''],
  ])('%s: %s', (path, language) => {
    expect(codeLanguage(path)).toBe(language);
  });
});
