/** The reading worker in a browser. Its own chunk: the file library loads when the first file is picked. */
import { parseRequest, type ReadReply } from './messages';
import { openFile } from './open-file';

const reply = (message: ReadReply): void => postMessage(message);

addEventListener('message', (event: MessageEvent<unknown>) => {
  const request = parseRequest(event.data);
  if (!request) return;
  void openFile(request.name, request.bytes, request.hash).then((outcome) => reply({ kind: 'done', id: request.id, outcome }));
});
reply({ kind: 'ready' });
