import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { PEER_ADDRESS_HEADER } from "./client-address";

type RequestStart = { request: IncomingMessage; socket: Socket };

/**
 * Writes the socket's address on every request before anything else sees it, over whatever the client sent under
 * that name. Route handlers and actions cannot reach the socket, and X-Forwarded-For is the client's own word.
 * Call once, when the server starts.
 */
export function recordPeerAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as RequestStart;
    request.headers[PEER_ADDRESS_HEADER] = socket.remoteAddress;
  });
}
