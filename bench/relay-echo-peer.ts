/**
 * The floor beside which the relay is measured: a bare `ws` server that passes each message to the other connections
 * of the same pair, stores nothing and checks nothing. Started by relay.bench.ts; prints its port.
 */
import { type WebSocket, WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
const socketsByPair = new Map<string, Set<WebSocket>>();

server.on('connection', (socket, request) => {
  const pair = request.url ?? '';
  const sockets = socketsByPair.get(pair) ?? new Set();
  socketsByPair.set(pair, sockets.add(socket));
  socket.on('message', (data) => {
    for (const other of sockets) if (other !== socket && data instanceof Uint8Array) other.send(data);
  });
  socket.on('close', () => sockets.delete(socket));
});
server.on('listening', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`);
});
