/** Plain words for the bytes that pass the server. */
import { plural } from '../messages/language.ts';

export const serverEn = {
  title: 'What the server sees',
  lead: 'These are the last real messages of this device since Attune was opened, newest first, byte by byte. Nothing is tidied up.',
  none: 'Nothing yet',
  noneText:
    'What passes between this device and the server will show here, on this device only. While you are alone on one device, without a recovery phrase, nothing does.',
  out: 'Sent',
  in: 'Received',
  bytes: (count: number) => plural('en', count, { one: '# byte', other: '# bytes' }),
  showBytes: 'All bytes',
  unknown: 'A message this version cannot read',
  more: (count: number) =>
    plural('en', count, { one: 'One earlier message is not shown.', other: '# earlier messages are not shown.' }),

  frames: {
    hello: 'Says hello, and which version of the protocol it speaks',
    open: 'Opens a mailbox, and proves that it may write there',
    append: 'Puts one sealed box into a mailbox',
    fetch: 'Asks for boxes it does not have yet',
    list: 'Asks which boxes the server still has',
    ping: 'Says that it is still there',
    welcome: 'The server says hello back',
    opened: 'The server says how many boxes the mailbox has had',
    boxes: 'The server hands over sealed boxes',
    ids: 'The server lists which boxes it has',
    acked: 'The server says that a box is safely on its disk',
    head: 'The server says that there is something new',
    refused: 'The server declines something',
    pong: 'The server says that it is still there',
  },
  fields: {
    mailbox: 'Mailbox: a number that says neither who nor which two',
    box: 'Sealed box: padded to a fixed size, so its length tells little',
    boxId: 'Number of the box: it tells nothing',
    expiry: 'Day after which the server may forget it',
    never: 'none',
    keys: 'Public keys of who may write: one for each of you',
    signature: 'Proof that this device holds one of the keys',
    challenge: 'A random number that must be signed, new for each connection',
    incarnation: 'Number of the server’s store, so that a restored old copy is noticed',
    clock: 'The server’s clock',
    position: 'Place in the mailbox',
    after: 'Everything after this place',
    count: 'Boxes in this message',
    code: 'Reason, one word',
    version: 'Version',
  },

  keepsTitle: 'What it keeps',
  keeps: [
    'For each mailbox: its number, the public keys that may write, how much is in it.',
    'For each box: its number, its place, which of the two keys wrote it, its padded bytes, a day of expiry if it has one.',
    'While you are connected, it can see more: your network address, when and how much you send, and which mailboxes are opened together. It does not write this down; whoever runs a changed one could.',
  ],
  notTitle: 'What it does not have',
  not: [
    'No names, no accounts, no e-mail addresses, no passwords.',
    'No words you wrote, no feelings, no promises, and not which kind of thing a box holds.',
    'No key that opens a box. Nothing it stores can be read there, by anyone.',
  ],
};
