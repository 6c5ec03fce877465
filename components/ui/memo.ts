import { Component, type ComponentType, h } from 'preact';
import { t } from '../../lib/client/i18n.ts';

/**
 * Renders `Inner` again only if `same` says that its props changed, or when the language changes.
 */
export function memo<P extends object>(
  Inner: ComponentType<P>,
  same: (before: P, after: P) => boolean,
): ComponentType<P> {
  return class Memo extends Component<P> {
    language = t('language_tag');
    override shouldComponentUpdate(next: P) {
      return this.language !== t('language_tag') || !same(this.props as P, next);
    }
    override render() {
      this.language = t('language_tag');
      return h(Inner as ComponentType<object>, this.props);
    }
  };
}
