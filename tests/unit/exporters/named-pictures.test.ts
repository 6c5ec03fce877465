import { describe, expect, test } from 'vitest';
import { namedPictures } from '../../../lib/exporters/named-pictures.ts';

describe('the pictures that a reader would see', () => {
  test.each([
    ['![](/images/ring.png)', ['/images/ring.png']],
    ['[![a \\] b](/r.png "t")](https://a.example/)', ['/r.png']],
    ['![a](<a b.png>) and ![b](b\\(1\\).png) ![c](c(1).png)', ['a b.png', 'b(1).png', 'c(1).png']],
    ['![](x.png) ![](x.png)', ['x.png']],
    ['<!--\n\n![](hidden.png)\n\n-->\n![](x.png)', ['x.png']],
    ['```\n![](code.png)\n```\n![](x.png)', ['x.png']],
    ['~~~ md\n![](code.png)\n', []],
    ['`![](code.png)` \\`![](x.png)\\`', ['x.png']],
    ['---\ntitle: "![](title.png)"\n---\n\n![](x.png)', ['x.png']],
    ['!\\[no](x.png) [link](y.png)', []],
    ['', []],
  ])('%j', (markdown, paths) => {
    expect(namedPictures(markdown)).toEqual(paths);
  });
});
