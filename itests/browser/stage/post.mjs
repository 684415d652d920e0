import assert from 'node:assert/strict';
import net from 'node:net';
import { named } from './names.mjs';
import { persona } from './places.mjs';
import { until } from './until.mjs';

/** The letters that the company of the demonstration has sent, each with its head and body. */
export const taken = [];
let opened;

/** The company gets a mail server with the first test that needs one. */
export const withPost = () =>
  (opened ??= (async () => {
    const port = await postOffice((letter) => taken.push(letter));
    const chief = await persona('administrator')();
    const server = { host: '127.0.0.1', port: String(port), security: 'none', senderAddress: 'sala@shop.co.th' };
    await chief.call('PUT', '/api/mail/settings', server);
  })());

/** A customer with an address, of a company that has a mail server. */
export const customer = async (me) => {
  await withPost();
  return me.make('account', { name: named('บริษัทรับจดหมาย'), email: `${named('office').replace(' ', '.')}@b.co.th` });
};

export const letterTo = (address) =>
  until(() => taken.find((letter) => letter.includes(`To: ${address}`)) ?? assert.fail('nothing came'), 30_000);

/**
 * A mail server that takes everything and keeps it, so that a screen can be seen to send.
 *
 * @param take is given each letter as it came, its head and body
 * @returns the port it listens on
 */
export async function postOffice(take) {
  const server = net.createServer((socket) => {
    let read = '';
    let letter = null;
    const say = (line) => socket.write(line + '\r\n');
    const command = (line) => {
      if (/^EHLO|^HELO/i.test(line)) say('250 here');
      else if (/^DATA/i.test(line)) {
        letter = [];
        say('354 go on');
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else say('250 ok');
    };
    const line = (text) => {
      if (letter === null) return command(text);
      if (text !== '.') return void letter.push(text);
      take(letter.join('\n'));
      letter = null;
      say('250 taken');
    };
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      const lines = (read + bytes.toString()).split('\r\n');
      read = lines.pop();
      lines.forEach(line);
    });
    say('220 post');
  });
  await new Promise((open) => server.listen(0, '127.0.0.1', open));
  server.unref(); // it ends with the tests
  return server.address().port;
}
