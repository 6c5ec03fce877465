/** The part of js-yaml 3 (YAML 1.1) that the tests use; it has no types. */
declare module 'js-yaml' {
  const yaml: { load(text: string): unknown };
  export default yaml;
}
