import type { Exporter } from './exporter.ts';
import { hugo } from './hugo.ts';

export const exporters: readonly Exporter[] = [hugo];
