/**
 * The two globals that pure rooms may see beyond the ES library. Both are deterministic functions of their
 * arguments (WHATWG Encoding) and exist alike in browsers, workers and Node.
 */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label: 'utf-8', options: { readonly fatal: boolean; readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}
