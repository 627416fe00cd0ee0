import { createWebPrimitives, runVectors, type VectorFiles } from '#crypto';

globalThis.onmessage = ({ data }: MessageEvent<VectorFiles>) => {
  runVectors(createWebPrimitives(crypto.subtle), data).then(
    (reports) => postMessage({ reports }),
    (error: unknown) => postMessage({ error: String(error) }),
  );
};
