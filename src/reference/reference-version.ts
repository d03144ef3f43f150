/** Raised whenever a figure about the world in this folder changes. */
export const REFERENCE_VERSION = '2026-11-24';
