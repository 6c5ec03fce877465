/** A post's front matter with its `---` lines, and its body. */
export function splitPost(post: string): { frontMatter: string; body: string } {
  const [frontMatter = ''] = /^---\n[\s\S]*?\n---\n/.exec(post) ?? [];
  return { frontMatter, body: post.slice(frontMatter.length) };
}

/** The paragraphs of Markdown with each one's lines joined: how it was wrapped does not show any more. */
export function joinLines(markdown: string): string[] {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .map((block) => block.replace(/\n(?!\* )(?:> | {2})?/g, ' '));
}
