/** Where the relay is: as the host wrote it into the page, else `/relay` at the origin that served the app. */
export function relayUrlOf(pageUrl: string, written: string | null): string {
  if (written !== null && written !== '') return written;
  const url = new URL('/relay', pageUrl);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
