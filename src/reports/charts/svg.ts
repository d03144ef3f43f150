/** Text made safe inside SVG. */
export function escaped(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Strokes that tell a bar apart without colour. */
export const HATCH =
  '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><line x1="0" y1="0" x2="0" y2="5" stroke="#0f4c5c" stroke-width="2.4"/></pattern></defs>';

/** A drawing with its content said in words for those who cannot see it. */
export function svg(width: number, height: number, label: string, content: readonly string[]): string {
  return `<svg role="img" aria-label="${escaped(label)}" viewBox="0 0 ${width} ${height}" width="100%" xmlns="http://www.w3.org/2000/svg" font-family="'Source Sans 3'">${HATCH}${content.join('')}</svg>`;
}
