import { expect, it } from 'vitest';
import { makeHugoSafe } from '../../../lib/render/hugo-safe.ts';

it.each([
  ['nothing to do', 'a {{ .Title }} `{{ x }}` <b>', 'a {{ .Title }} `{{ x }}` <b>'],
  ['prose', 'a {{< x >}} {{% y', 'a {\\{< x >}} {\\{% y'],
  ['prose behind a backslash', '\\{{< x', '\\{\\{< x'],
  ['a third brace', '{{{< x', '{{\\{< x'],
  ['a heading', '# {{< x >}}', '# {\\{< x >}}'],
  ['a table', '| {{< x |\n| - |', '| {\\{< x |\n| - |'],
  ['a quote', '> {{< x', '> {\\{< x'],
  ['a closed pair in a code span', '`{{< x >}}`', '`{{</* x */>}}`'],
  ['a commented pair in a code span', '`{{</* x */>}}`', '`{{</*/* x */*/>}}`'],
  ['the other kind in a code span', '`{{% x %}}`', '`{{%/* x */%}}`'],
  ['an open one in a code span', '`{{< x`', '`{\u200b{< x`'],
  ['a pair over lines in a fence', '```\n{{< x\n>}}\n```', '```\n{{</* x\n*/>}}\n```'],
  ['a fence in a quote', '> ```\n> {{< x\n> ```', '> ```\n> {\u200b{< x\n> ```'],
  ['indented code', 'a\n\n    {{< x >}}', 'a\n\n    {{</* x */>}}'],
  ['HTML', '<div>{{< x</div>', '<div>&#123;{< x</div>'],
  ['a tag in prose', 'a <b title="{{<"> c', 'a <b title="&#123;{<"> c'],
  ['a tag behind braces', 'a {{<b>', 'a {\\{<b>'],
  ['an autolink', '<https://a.example/{{%>', '<https://a.example/%7B{%>'],
  ['a link’s title', '[a](b "{{< c")', '[a](b "{\\{< c")'],
  ['an escaped divider', '\\<!--more-->', '&lt;!--more-->'],
  ['the note-taker’s own divider', 'a\n\n<!--more-->\n\nb', 'a\n\n<!--more-->\n\nb'],
  ['a divider in a quote', '> <!--more-->', '> <!-- more -->'],
  ['a divider in prose', 'a <!--more--> b', 'a <!-- more --> b'],
  ['a divider in code', '`<!--more-->`', '`<!--\u200bmore-->`'],
])('%s', (_, markdown, safe) => {
  expect(makeHugoSafe(markdown)).toBe(safe);
});
