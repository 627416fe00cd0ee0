/** The front door of the wire: the relay protocol as types, its codec, and the byte strings that both sides hash or sign. */

export * from './codec.ts';
export * from './messages.ts';
export * from './types.ts';
