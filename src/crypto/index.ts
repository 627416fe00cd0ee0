/** The front door of the crypto room. */
export * from './primitives.ts';
export { createWebPrimitives, type KeyHandle, type SubtleLike } from './web-primitives.ts';
