/** Files in and out of the browser: a backup is saved where the person chooses, and read from where they point. */
import type { Bytes } from '#kernel';

/** How long a browser may need to begin a download before its address is taken back. */
const addressLifeMs = 60_000;

export function saveFile(name: string, bytes: Bytes): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), addressLifeMs);
}

export async function readFile(file: File): Promise<Bytes> {
  return new Uint8Array(await file.arrayBuffer());
}
