/** Exporting with pictures, in one piece that is loaded when it is first needed. */
export { exportArchive } from '../../lib/app/export-wrap-up.ts';
