import { Component, type ComponentType, h } from 'preact';

/** Renders `Inner` again only when `same` says that its props changed. */
export function memo<P extends object>(
  Inner: ComponentType<P>,
  same: (before: P, after: P) => boolean,
): ComponentType<P> {
  return class Memo extends Component<P> {
    override shouldComponentUpdate(next: P) {
      return !same(this.props as P, next);
    }
    override render() {
      return h(Inner as ComponentType<object>, this.props);
    }
  };
}
