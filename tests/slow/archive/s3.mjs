// A small server of S3's protocol, as far as a store needs it: objects put on a condition, read and asked for, by whoever
// signs with the right keys. It stands in for a bucket where none can be had; what it is asked, Amazon's own client asks.
import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';

const hmac = (key, text) => createHmac('sha256', key).update(text).digest();
const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const encode = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** Whether a request is signed with the secret: https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html */
function isSigned({ method, url, headers }, { key, secret }) {
  const [, id, scope, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (id !== key) return false;
  const { pathname, searchParams } = new URL(url, 'http://x');
  const query = [...searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const signed = names.split(';');
  const canonical = [
    method,
    pathname,
    query,
    ...signed.map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const [date, region, service, end] = scope.split('/');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const signing = [date, region, service, end].reduce(hmac, `AWS4${secret}`);
  return hmac(signing, text).toString('hex') === signature;
}

const fault = (code) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;

/** Starts it on a free port with one bucket, `books`. `state.mode`: `up`, `full`, or `cut` in the middle of an answer. */
export async function s3Server(keys) {
  const objects = new Map();
  const state = { mode: 'up', puts: 0 };
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const answer = (status, body = '') => {
        response.writeHead(status, { 'content-length': Buffer.byteLength(body) });
        response.end(request.method === 'HEAD' ? undefined : body);
      };
      const body = Buffer.concat(chunks);
      const name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
      const there = objects.get(name);
      if (state.mode === 'cut') return request.socket.destroy();
      if (!isSigned(request, keys)) return answer(403, fault('SignatureDoesNotMatch'));
      if (!name.startsWith('/books/')) return answer(404, fault('NoSuchBucket'));
      if (request.method === 'PUT') {
        if (state.mode === 'full') return answer(507, fault('XMinioStorageFull'));
        const given = request.headers['x-amz-content-sha256'];
        if (/^\w{64}$/.test(given) && given !== sha256(body))
          return answer(400, fault('XAmzContentSHA256Mismatch'));
        if (there && request.headers['if-none-match'] === '*')
          return answer(412, fault('PreconditionFailed'));
        objects.set(name, body);
        state.puts += 1;
        return answer(200);
      }
      if (!there) return answer(404, fault('NoSuchKey'));
      response.writeHead(200, { 'content-length': there.length });
      response.end(request.method === 'HEAD' ? undefined : there);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${server.address().port}`, objects, state, close };
}
