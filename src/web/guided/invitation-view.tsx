/**
 * The other one has begun something and would like to do it with me. Looking at it tells nobody anything, and neither does
 * "not now".
 */
import { useSignal } from '@preact/signals';
import type { GuidedCommand, Session } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, More, Note, Steps, useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { useIsFromPartner } from './use-is-from-partner.ts';
import { WillingStep } from './willing-step.tsx';

export function InvitationView({ session, onJoin }: { readonly session: Session; readonly onJoin: () => void }) {
  const { invitation: m, about, refusals, minutes } = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { run } = useCommand<GuidedCommand>(refusals);
  const isAsked = useSignal(false);
  const isForeign = useIsFromPartner(session);
  const { id, script, topic, places } = session;
  const first = places.find(({ step }) => step.who === 'speaker' || step.who === 'listener')?.speaker;
  const leave = (): void => app.navigate('/');
  const join = (): void => {
    if (script.asksWilling) isAsked.value = true;
    else onJoin();
  };
  const notNow = async (): Promise<void> => {
    if ((await run({ practice: 'guided', type: 'set-aside', thing: id })) !== null) leave();
  };
  if (isAsked.value) return <WillingStep place={script.name} isForBoth={false} onYes={onJoin} onClose={leave} />;
  return (
    <Steps
      title={m.title(name, script.name)}
      lead={script.line}
      onClose={leave}
      action={
        <>
          <Button onPress={join}>{m.join}</Button>
          <Button kind="quiet" onPress={() => void notNow()}>
            {m.notNow}
          </Button>
        </>
      }
    >
      <p class="note">{minutes(...script.minutes)}</p>
      {topic !== '' && (
        <Card title={m.about}>
          <p class="voice-small">{topic}</p>
        </Card>
      )}
      {first !== undefined && <p>{first === 'me' ? m.youFirst : m.otherFirst(name)}</p>}
      {isForeign && (
        <Note icon="phone">
          <p>{m.fromPartner(name)}</p>
        </Note>
      )}
      <More title={about.steps}>
        <ol class="numbered">
          {script.steps.map((step) => (
            <li key={step.id}>{step.title}</li>
          ))}
        </ol>
      </More>
      <More title={about.leaves}>
        <p>{script.leaves}</p>
      </More>
      <p class="note">{m.notNowText}</p>
    </Steps>
  );
}
