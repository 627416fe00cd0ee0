/** A text as the path of a QR code: one unit a module, with the narrowest border (the page gives the rest). */
import encodeQR from 'qr';

export function textToQrPath(text: string): { readonly path: string; readonly side: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  const path = rows.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  return { path, side: rows.length };
}
