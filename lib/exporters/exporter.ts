import type { WrapUp } from '../core/wrap-up.ts';

export interface ExportFile {
  /** Relative to the folder that takes it, with `/`; safe on every system. */
  path: string;
  text: string;
  mediaType: string;
}

/** Wrap-up and its draft → files. One file each, listed in `registry.ts`. */
export interface Exporter {
  id: string;
  export(wrapUp: WrapUp, draft: string): ExportFile[];
}
