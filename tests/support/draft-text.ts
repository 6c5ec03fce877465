/** A post's front matter with its `---` lines, and its body. */
export function splitPost(post: string): { frontMatter: string; body: string } {
  const [frontMatter = ''] = /^---\n[\s\S]*?\n---\n/.exec(post) ?? [];
  return { frontMatter, body: post.slice(frontMatter.length) };
}

/** Joins the lines of each Markdown paragraph, so that its wrapping no longer shows. */
export function joinLines(markdown: string): string[] {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .map((block) => block.replace(/\n(?!\* )(?:> | {2})?/g, ' '));
}
