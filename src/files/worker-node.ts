/** The reading worker in Node. */
import { parentPort } from 'node:worker_threads';
import { parseRequest, type ReadReply } from './messages';
import { openFile } from './open-file';

const port = parentPort;
const reply = (message: ReadReply): void => port?.postMessage(message);

port?.on('message', (data: unknown) => {
  const request = parseRequest(data);
  if (!request) return;
  void openFile(request.name, request.bytes, request.hash).then((outcome) => reply({ kind: 'done', id: request.id, outcome }));
});
reply({ kind: 'ready' });
