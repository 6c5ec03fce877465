/** Languages with their info strings, by the names that pages show above blocks of code. */
const names: Record<string, string> = {
  'c++': 'cpp',
  'c#': 'csharp',
  'f#': 'fsharp',
  'objective-c': 'objective-c',
  'shell script': 'shell',
  'plain text': '',
  plaintext: '',
  text: '',
  txt: '',
  code: '',
};
for (const name of 'python javascript typescript bash shell sh zsh console powershell json yaml yml html css scss sql rust go java kotlin swift c cpp csharp ruby php r scala perl lua haskell elixir erlang dart dockerfile docker makefile markdown xml toml ini diff jsx tsx js ts py rb graphql matlab julia clojure groovy vue svelte less nginx latex tex zig ocaml fortran cobol lisp scheme vim nix cmake hcl terraform proto protobuf'.split(
  ' ',
)) {
  names[name] = name;
}

/**
 * Returns the language that a label above a block names; undefined if it names none, '' for plain
 * text.
 */
export function labelledLanguage(label: string): string | undefined {
  const name = label.toLowerCase();
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
