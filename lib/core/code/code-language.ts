/** Info strings of code fences by extension, as highlighters (Chroma, Rouge, Prism) know them. */
const byExtension: Record<string, string> = {
  ...{ bash: 'bash', sh: 'bash', zsh: 'zsh', fish: 'fish', ps1: 'powershell', bat: 'batch' },
  ...{ c: 'c', h: 'c', cc: 'cpp', cpp: 'cpp', cxx: 'cpp', hh: 'cpp', hpp: 'cpp', cs: 'csharp' },
  ...{ clj: 'clojure', cljs: 'clojure', css: 'css', scss: 'scss', less: 'less', dart: 'dart' },
  ...{ diff: 'diff', patch: 'diff', el: 'elisp', elm: 'elm', erl: 'erlang', hrl: 'erlang' },
  ...{ ex: 'elixir', exs: 'elixir', fs: 'fsharp', go: 'go', graphql: 'graphql', groovy: 'groovy' },
  ...{ hs: 'haskell', htm: 'html', html: 'html', ini: 'ini', java: 'java', jl: 'julia' },
  ...{ js: 'js', cjs: 'js', mjs: 'js', jsx: 'jsx', json: 'json', json5: 'json5', kt: 'kotlin' },
  ...{ kts: 'kotlin', lisp: 'lisp', lua: 'lua', md: 'markdown', markdown: 'markdown' },
  ...{
    m: 'objective-c',
    ml: 'ocaml',
    mli: 'ocaml',
    nix: 'nix',
    php: 'php',
    pl: 'perl',
    pm: 'perl',
  },
  ...{ proto: 'protobuf', py: 'python', pyi: 'python', r: 'r', rb: 'ruby', rs: 'rust' },
  ...{
    rst: 'rst',
    s: 'asm',
    asm: 'asm',
    scala: 'scala',
    scm: 'scheme',
    sql: 'sql',
    svelte: 'svelte',
  },
  ...{ swift: 'swift', tex: 'latex', tf: 'terraform', hcl: 'hcl', toml: 'toml', ts: 'ts' },
  ...{ mts: 'ts', cts: 'ts', tsx: 'tsx', v: 'verilog', vim: 'vim', vue: 'vue', xml: 'xml' },
  ...{ yaml: 'yaml', yml: 'yaml', zig: 'zig' },
};

const byName: Record<string, string> = {
  'cmakelists.txt': 'cmake',
  containerfile: 'docker',
  dockerfile: 'docker',
  gemfile: 'ruby',
  jenkinsfile: 'groovy',
  makefile: 'make',
  gnumakefile: 'make',
  rakefile: 'ruby',
};

/** Returns the info string of a fence around code from this file; '' if its name says nothing. */
export function codeLanguage(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (Object.hasOwn(byName, name)) return byName[name] ?? '';
  const stem = name.split('.', 1)[0] ?? '';
  if (stem === 'dockerfile' || stem === 'containerfile') return 'docker';
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot + 1) : '';
  return Object.hasOwn(byExtension, extension) ? (byExtension[extension] ?? '') : '';
}
