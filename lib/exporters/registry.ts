import type { Exporter } from './exporter.ts';
import { hugoBundle } from './hugo-bundle.ts';
import { hugoStatic } from './hugo-static.ts';
import { plain } from './plain.ts';

export const exporters: readonly Exporter[] = [hugoStatic, hugoBundle, plain];
