/**
 * A ring that grows empty while a step goes on, and says the time that is left in words. Nothing happens when it is empty:
 * a bell, if the practice wishes one. It can be switched off, and then nothing rings.
 */
import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp, useMessages } from '../shell/app.ts';
import { createBell } from '../shell/bell.ts';
import { Button } from '../shell/parts/index.ts';
import { timeLeft } from '../shell/time.ts';
import { createWakeLock } from '../shell/wake-lock.ts';
import { en } from './messages.ts';

const tickMs = 1_000;
const round = 100;
/** When each step was first seen on this phone. In memory: the clock of the other phone may be wrong. */
const begunAtMs = new Map<string, number>();
/** As chosen last, until the app is closed. */
const isShown = signal(true);

export interface TimeRingProps {
  /** Names the step: the ring goes on where it was when somebody comes back to it. */
  readonly step: string;
  readonly seconds: number;
  readonly hasBell: boolean;
}

export function TimeRing({ step, seconds, hasBell }: TimeRingProps) {
  const m = useMessages(en).time;
  const { locale } = useApp().moment.value;
  const left = useSignal(secondsLeft(step, seconds));
  const isOn = isShown.value;
  useEffect(() => {
    const timer = setInterval(() => {
      left.value = secondsLeft(step, seconds);
    }, tickMs);
    return () => clearInterval(timer);
  }, [step, seconds, left]);
  useEffect(() => {
    const inMs = secondsLeft(step, seconds) * 1_000;
    if (!isOn || !hasBell || inMs <= 0) return;
    const bell = createBell();
    bell.ringAt(inMs);
    return bell.stop;
  }, [step, seconds, hasBell, isOn]);
  useEffect(() => {
    const lock = createWakeLock();
    lock.hold();
    return lock.release;
  }, []);
  const toggle = (
    <Button
      kind="plain"
      onPress={() => {
        isShown.value = !isOn;
      }}
    >
      {isOn ? m.hide : m.show}
    </Button>
  );
  if (!isOn) return <div class="time-ring">{toggle}</div>;
  return (
    <div class="time-ring">
      <svg viewBox="0 0 120 120" aria-hidden="true">
        <circle cx="60" cy="60" r="54" />
        <circle
          class="time-left"
          cx="60"
          cy="60"
          r="54"
          pathLength={round}
          stroke-dasharray={`${(left.value / seconds) * round} ${round}`}
        />
      </svg>
      <p role="timer">{left.value > 0 ? timeLeft(left.value * 1_000, locale) : m.over}</p>
      {toggle}
    </div>
  );
}

function secondsLeft(step: string, seconds: number): number {
  const nowMs = Date.now();
  const startMs = begunAtMs.get(step) ?? nowMs;
  begunAtMs.set(step, startMs);
  return Math.min(seconds, Math.max(0, seconds - (nowMs - startMs) / 1_000));
}
