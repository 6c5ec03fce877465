import type { Profile } from '../core/post/profile.ts';
import type { Exporter } from './exporter.ts';
import { hugoBundle } from './hugo-bundle.ts';
import { hugoStatic } from './hugo-static.ts';
import { plain } from './plain.ts';

export const exporters: readonly Exporter[] = [hugoStatic, hugoBundle, plain];

/** The one of the profile's layout. */
export function exporterFor({ layout }: Pick<Profile, 'layout'>): Exporter {
  return exporters.find(({ id }) => id === layout) ?? hugoStatic;
}
