/** The part of Nunjucks that the tests use; it has no types. */
declare module 'nunjucks' {
  interface Environment {
    renderString(text: string, context: object): string;
  }
  const nunjucks: {
    Environment: new (loader: null, options: { autoescape: boolean }) => Environment;
  };
  export default nunjucks;
}
