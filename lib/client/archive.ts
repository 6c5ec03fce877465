/** Exporting with pictures, in one piece that is loaded when it is first needed. */

export { exportToFolder } from '../app/export-to-folder.ts';
export { exportArchive } from '../app/export-wrap-up.ts';
export { cleanDrawing } from './clean-drawing.ts';
