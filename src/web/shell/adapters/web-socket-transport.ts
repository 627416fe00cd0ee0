/**
 * One binary WebSocket at a time. `closed` is told once, however the connection ends, also when it could not begin;
 * after `close` nothing is told any more. No reconnecting here: that is the device's decision.
 */
import type { Transport, TransportConnection, TransportEvents } from '#device';

export function createWebSocketTransport(WebSocketLike: typeof WebSocket): Transport {
  return { connect: (url, events) => connect(WebSocketLike, url, events) };
}

function connect(WebSocketLike: typeof WebSocket, url: string, events: TransportEvents): TransportConnection {
  const socket = begin(WebSocketLike, url);
  if (socket === null) {
    queueMicrotask(events.closed);
    return { send: () => {}, close: () => {} };
  }
  socket.binaryType = 'arraybuffer';
  socket.onopen = events.opened;
  socket.onmessage = (message) => {
    if (message.data instanceof ArrayBuffer) events.received(new Uint8Array(message.data));
  };
  socket.onclose = events.closed;
  return {
    send: (bytes) => {
      if (socket.readyState === WebSocketLike.OPEN) socket.send(bytes);
    },
    close: () => {
      socket.onopen = null;
      socket.onmessage = null;
      socket.onclose = null;
      socket.close();
    },
  };
}

/** null for an address that no socket can have, such as one from a link that was cut. */
function begin(WebSocketLike: typeof WebSocket, url: string): WebSocket | null {
  try {
    return new WebSocketLike(url);
  } catch {
    return null; // SyntaxError (not a ws address) or SecurityError (ws from https), the only throws (WebSockets 3.1)
  }
}
