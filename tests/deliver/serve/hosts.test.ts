import { hostname } from 'node:os';
import { inBrackets, isLoopback, isOwnHost, reachableHosts } from '../../../src/deliver/serve/hosts.js';

test.each([
  ['127.0.0.1:8000', true],
  ['192.168.0.7', true],
  ['[::1]:8000', true],
  ['[fe80::1]', true],
  ['localhost:8000', true],
  ['LOCALHOST', true],
  [`${hostname()}:8000`, true],
  [`${hostname()}.local`, true],
  ['books.test', true],
  ['evil.example', false],
  ['localhost.evil.example', false],
  ['127.0.0.1.evil.example', false],
  ['evil.example:8000', false],
  ['a"><script>', false],
  ['user@127.0.0.1', false],
  ['127.0.0.1:8000/x', false],
  ['', false],
])('a request to %j is the server’s own: %j', (header, own) => {
  expect(isOwnHost(header, 'books.test')).toBe(own);
});

test('knows what only this computer reaches', () => {
  expect(['127.0.0.1', '127.1.2.3', '::1', 'localhost'].map(isLoopback)).toEqual([true, true, true, true]);
  expect(['0.0.0.0', '::', '192.168.0.7', 'localhost.example'].map(isLoopback)).not.toContain(true);
});

test('an address of its own is where it is found', () => {
  expect(reachableHosts('192.168.0.7')).toEqual(['192.168.0.7']);
  expect(reachableHosts('0.0.0.0').every((address) => !isLoopback(address))).toBe(true);
  expect(inBrackets('::1')).toBe('[::1]');
});
