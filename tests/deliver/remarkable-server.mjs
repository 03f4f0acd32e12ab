// A reMarkable's web interface as far as it is known: https://remarkable.guide/tech/usb-web-interface.html
// Prints its address; keeps what is uploaded in the folder that it is given.
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder, failure] = process.argv.slice(2);
let listed = '';

const routes = {
  'GET /documents/': (_, response) => {
    listed = '/documents/';
    const documents = readdirSync(folder).map((name) => ({
      ID: name,
      Type: 'DocumentType',
      VissibleName: name.replace(/\.epub$/, ''),
    }));
    response.end(JSON.stringify(documents));
  },
  'POST /upload': async (request, response) => {
    if (failure) return response.writeHead(Number(failure)).end();
    // The tablet answers with an error where no folder was listed before.
    if (listed === '') return response.writeHead(500).end();
    const type = request.headers['content-type'] ?? '';
    const form = await new Response(ReadableBytes(request), { headers: { 'content-type': type } }).formData();
    const file = form.get('file');
    if (!(file instanceof File) || file.type !== 'application/epub+zip') return response.writeHead(400).end();
    writeFileSync(join(folder, file.name), Buffer.from(await file.arrayBuffer()));
    response.writeHead(201).end('{"status":"Upload successful"}');
  },
};

function ReadableBytes(request) {
  return new ReadableStream({
    async start(controller) {
      for await (const chunk of request) controller.enqueue(new Uint8Array(chunk));
      controller.close();
    },
  });
}

const server = createServer((request, response) => {
  const route = routes[`${request.method} ${request.url}`];
  if (route) void route(request, response);
  else response.writeHead(404).end();
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`);
});
