/** The part of js-yaml 3 (YAML 1.1) that the tests use; it brings no types of its own. */
declare module 'js-yaml' {
  const yaml: { load(text: string): unknown };
  export default yaml;
}
