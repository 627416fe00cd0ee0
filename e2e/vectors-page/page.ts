import { createWebPrimitives, runVectors, type VectorFiles } from '#crypto';

Object.assign(globalThis, {
  runInPage: (files: VectorFiles) => runVectors(createWebPrimitives(crypto.subtle), files),
});
