/** A session on devices that ship, over a relay: sealed steps open with each other and with nothing else. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { type GuidedCommand, guided, placeOf, type Session, thingsOf, type Values } from '#core';
import { createStubPrimitives, createWorld, pairPeople, type SimDevice, stubHashing, type World } from './index.ts';
import { linkDevices } from './people.ts';
import { talkScript } from './private-acts.ts';

const sessionOn = (sim: SimDevice, thing: string): Session => {
  const found = thingsOf(sim.device!.snapshot().thingsByPractice, guided).get(thing);
  assert(found?.type === 'session', `${sim.name} has the session`);
  return found;
};

async function begun(seed: string) {
  const world = await createWorld({ seed, primitives: createStubPrimitives(), hashing: stubHashing });
  const [noor, sam, tablet] = [world.addDevice('noor'), world.addDevice('sam'), world.addDevice('noor-2')];
  for (const sim of [noor, sam, tablet]) await sim.start();
  await pairPeople(world, noor, sam);
  await linkDevices(world, noor, tablet);
  const command: GuidedCommand = {
    practice: 'guided',
    type: 'begin',
    script: talkScript,
    way: 'two-phones',
    topic: '',
    first: 'me',
  };
  const done = await noor.device!.command(command);
  assert(done.ok);
  const thing = done.value.things[0] ?? '';
  await world.run(5_000);
  return { world, noor, sam, tablet, thing };
}

/** Writes what is asked in this step and presses on, as the screen does. */
async function press(
  world: World,
  sim: SimDevice,
  thing: string,
  verdict: 'on' | 'yes' | 'almost' = 'on',
): Promise<void> {
  const session = sessionOn(sim, thing);
  const place = placeOf(session);
  assert(place !== null);
  const values: Values = Object.fromEntries(
    place.step.asks.map((ask) => [
      ask.id,
      ask.options[0]?.id ?? (ask.kind === 'date' ? '2027-01-01' : `by ${sim.name}`),
    ]),
  );
  const common = { practice: 'guided', type: 'go', thing, voice: 'me', verdict, missed: '' } as const;
  const at = { place: session.place, visit: session.visit };
  const withWords: GuidedCommand = { ...common, ...at, values: place.step.asks.length > 0 ? values : null };
  const without: GuidedCommand = { ...common, ...at, values: null };
  const done = await sim.device!.command(withWords);
  if (!done.ok) await sim.device!.command(without);
  await world.run(3_000);
}

test('a sealed step opens for both at once, whatever else is sealed, on every device', async () => {
  const { world, noor, sam, tablet, thing } = await begun('sealed-step');
  const seal = {
    ...{ practice: 'check-in', type: 'write', visibility: 'sealed', feltAtMs: null },
    ...{ feelings: [{ type: 'known', id: 'calm' }], strength: 3, needs: [], note: 'sealed before' },
  } as const;
  await sam.device!.command(seal);
  await world.run(20_000);
  await press(world, noor, thing);
  await press(world, sam, thing);
  await press(world, noor, thing);
  assert.equal(placeOf(sessionOn(sam, thing))?.step.id, 'views');
  await press(world, noor, thing);
  const isSamsSealed = () =>
    noor.device!.snapshot().sealed.some((one) => one.practice === 'check-in' && one.state === 'waiting');
  assert.equal(
    sessionOn(sam, thing).answers.filter(({ by }) => by === 'partner').length,
    1,
    'only what was open before',
  );
  assert(isSamsSealed(), 'the sealed check-in of Sam did not open with a step of the talk');
  await press(world, sam, thing);
  await world.run(5_000);
  for (const sim of [noor, sam, tablet]) {
    const views = sessionOn(sim, thing).answers.filter((one) => one.values.view !== undefined);
    assert.deepEqual(views.map((one) => [one.values.view, one.isClosed]).sort(), [
      ['by noor', false],
      ['by sam', false],
    ]);
  }
  assert(isSamsSealed());
  await press(world, sam, thing);
  assert.equal(placeOf(sessionOn(noor, thing))?.step.id, 'alone');
});

test('a talk goes on while phones go offline, close and come back, and ends the same on all devices', async () => {
  for (const seed of ['weather-1', 'weather-2', 'weather-3']) {
    const { world, noor, sam, tablet, thing } = await begun(seed);
    Object.assign(world.networkFaults, { loss: 0.05, delayMsMax: 400 });
    const dice = world.dice.fork('talk');
    for (let i = 0; i < 60 && sessionOn(noor, thing).ending === null; i++) {
      for (const sim of dice.chance(0.5) ? [noor, sam] : [sam, noor]) {
        if (dice.chance(0.15)) sim.goOffline();
        if (dice.chance(0.1)) {
          sim.crash();
          await sim.start();
        }
        const session = sessionOn(sim, thing);
        if (session.ending === null) await press(world, sim, thing, placeOf(session)?.step.gate == null ? 'on' : 'yes');
        if (dice.chance(0.6)) sim.goOnline();
      }
      await world.run(60_000);
    }
    Object.assign(world.networkFaults, { loss: 0, delayMsMax: 0 });
    for (let again = 0; again < 3; again++) {
      for (const sim of [noor, sam, tablet]) sim.goOffline();
      await world.run(1_000);
      for (const sim of [noor, sam, tablet]) sim.goOnline();
      await world.run(120_000);
    }
    const [a, b, c] = [noor, sam, tablet].map((sim) => sessionOn(sim, thing));
    assert(a && b && c);
    assert.equal(a.ending?.how, 'whole', `${seed}: stands at ${placeOf(a)?.step.id}`);
    for (const one of [b, c])
      assert.deepEqual([one.place, one.visit, one.ending?.how], [a.place, a.visit, a.ending?.how]);
    assert.equal(b.answers.filter((one) => !one.isPrivate).length, a.answers.filter((one) => !one.isPrivate).length);
    assert.deepEqual(c.answers, a.answers);
  }
});
