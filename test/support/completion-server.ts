import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, type ClientOptions } from '../../lib/exercises/traffic/client';

/** Answers a request, of which it gets the parsed body. */
export type Answers = (body: any, response: ServerResponse, request: IncomingMessage) => void;

/** Does some work with a client of an HTTP server that answers as a test says. */
export async function withServer(
  answers: Answers,
  work: (client: Client) => Promise<void>,
  options: ClientOptions = {},
): Promise<void> {
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => answers(text === '' ? undefined : JSON.parse(text), response, request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, options);
  try {
    await work(client);
  } finally {
    client.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
