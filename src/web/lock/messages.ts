/** Words for the lock: in front of the app, and where it is put on. */
import { plural } from '../messages/language.ts';

export const lockEn = {
  passphrase: 'Passphrase',
  show: 'Show',
  hide: 'Hide',

  front: {
    title: 'Locked',
    lead: 'Your passphrase opens it.',
    leadOfSecond: 'The second place on this device. Your passphrase opens it.',
    other: 'Someone else’s place',
    open: 'Open',
    opening: 'Opening',
    wrong: 'That is not the passphrase. A capital letter or another keyboard may be the reason.',
    wait: (seconds: number) =>
      plural('en', seconds, { one: 'The next try waits one second.', other: 'The next try waits # seconds.' }),
    ready: 'You can try again.',
    slows:
      'Waiting slows somebody who holds this device. It does not slow somebody who has copied what is stored here: against them, the length of the passphrase counts.',
    forgot: 'I forgot it',
    passkey: 'Open with the passkey',
    passkeyNot: 'Nothing was opened. Your passphrase opens it, whatever becomes of the passkey.',
  },

  forgotten: {
    title: 'Without it, this stays closed',
    lines: [
      'Nobody can open it for you: not whoever made Attune, not whoever runs the server, not your partner. There is no second key.',
      'It may come back to you. Nothing is lost by waiting, and there is no last try.',
      'If it does not come back, you can erase this device and begin anew. These bring back what they hold:',
    ],
    ways: [
      'your twelve words: what had reached the server',
      'a backup file and the twelve words: what is in the file',
      'another device of yours: what is on it',
    ],
    alone: 'What lies on this device and nowhere else is then gone.',
    erase: 'Erase this device and begin anew',
    back: 'Back to the passphrase',
    sureTitle: 'Erase everything on this device?',
    sureText:
      'It goes at once, with its lock, and cannot be brought back from here. Attune then opens empty. “I have used Attune before” on its first page leads to your words, your file or your other device.',
    sure: 'I understand that what lies only here is then gone',
    now: 'Erase now',
  },

  work: {
    title: 'One moment',
    text: 'All that is stored here gets another key. Leave Attune open. If it closes in between, nothing is lost.',
    stoppedTitle: 'It did not go through',
    stopped:
      'There may be too little room on this device, or Attune is open in another tab. Nothing has changed, and all that you wrote is as it was.',
    again: 'Open Attune',
  },

  title: 'Lock',
  lead: 'A passphrase of yours closes Attune on this device.',
  what: {
    title: 'What it does, and what it does not',
    lines: [
      'What is stored here can then be read only with the passphrase, or with a passkey if you add one. That holds for a copy of this device too, unless somebody guesses it.',
      'It is asked for whenever Attune is opened anew.',
      'It does not help while Attune is open, nor against somebody who watches you type, or a program that records keys.',
      'Copies of this device that were made before you put it on stay as readable as they were. A disk may keep traces of what was deleted for a while.',
      'Other devices of yours have their own lock, or none.',
    ],
  },
  noReset: 'Nobody can reset it. If you forget it, only your twelve words, a backup file or another device help.',
  noPhrase: 'You have no recovery phrase yet. It is wise to make it first.',
  makePhrase: 'Make a recovery phrase',
  chooseTitle: 'Choose a passphrase',
  hint: 'Four words that do not belong together, or twelve signs and more. Length is what makes guessing slow.',
  browser: 'If the browser offers to remember it: that helps only as far as nobody else opens your browser.',
  again: 'The same once more',
  differ: 'The two are not the same. “Show” lets you compare them.',
  advice: {
    pin: 'This would be a PIN. A machine tries all numbers of this length in little time, if somebody copies what is stored here. Please choose words.',
    tiny: 'This is too short: a machine tries everything of this length, if somebody copies what is stored here. Please take more words.',
    short:
      'This is rather short. Four words would take a guessing machine very much longer, and are easier to keep in mind. You can use it all the same.',
  },
  anyway: 'Use it anyway',
  turnOn: 'Put the lock on',
  working: 'One moment',

  now: 'Lock now',
  after: 'Lock by itself after',
  afterOptions: { 0: 'Never', 1: '1 min', 5: '5 min', 15: '15 min' },
  afterHint:
    'Counted from your last touch, also while you are in another app. What you were just typing is then gone. A talk that keeps the screen on goes on.',
  places: {
    title: 'Two people on one device',
    text: 'Each of you can have a place here: with things of their own, and a lock of their own. Going to the other one closes this one, and shows nothing of it.',
    first:
      'The first time, the other place is empty. Put a lock on there too: until then whoever goes there can read it.',
    second: 'This is the second place on this device.',
    go: 'Close this, and go to the other place',
  },
  change: {
    title: 'Change the passphrase',
    old: 'Passphrase until now',
    next: 'New passphrase',
    save: 'Change it',
    done: 'Changed. From now on the new one opens it. A copy made earlier still opens with the old one.',
  },
  passkey: {
    title: 'A passkey beside it',
    text: 'This device can then open Attune with a finger, a face or its own PIN. The passphrase stays, and opens it as before.',
    care: [
      'Whoever can put your finger on the sensor while you sleep, or knows the PIN of this device, can then open Attune here. If that could be somebody, stay with the passphrase alone.',
      'It will stand in the list of passkeys of this device, or of an account, with the address of this server.',
      'No server gets it. It works offline.',
    ],
    proof: 'Passphrase, to show that it is you',
    continue: 'Continue',
    makeText: 'Your browser asks you now, in a window of its own.',
    make: 'Make the passkey',
    stopped: 'No passkey was made. Everything is as it was.',
    noSecret:
      'This browser, or what it offered, cannot open a lock. Your passphrase does. You can delete that passkey again.',
    taken: 'The lock was changed in another tab. Please open this page anew.',
    where: {
      here: 'It stays on this device, says your browser.',
      'in-account':
        'Your browser says that an account can keep it and copy it to other devices (Apple, Google, a password program). Whoever gets into that account has it as well, and opens Attune with this device, or with a copy of what is stored here. If somebody else knows that account, stay with the passphrase alone.',
    },
    useText: 'Your browser may ask once more.',
    use: 'Use it',
    doNotUse: 'Do not use it',
    notUsed: 'Once more? Your browser did not give it.',
    isOn: 'A passkey opens Attune here as well.',
    remove: 'Take the passkey away',
    removed:
      'It opens nothing any more. It may still stand in the list of your device or account; you can delete it there. A copy made earlier may still open with it.',
    changing: 'Changing the passphrase takes the passkey away, too.',
  },
  off: {
    title: 'Take the lock off',
    text: 'The key then lies beside what it seals, and whoever opens this browser can read here.',
    button: 'Take it off',
  },
};
