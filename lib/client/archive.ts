/** Everything for exporting with pictures, in one chunk that is loaded when first needed. */

export { exportToFolder } from '../app/export-to-folder.ts';
export { exportArchive } from '../app/export-wrap-up.ts';
export { cleanDrawing } from './clean-drawing.ts';
