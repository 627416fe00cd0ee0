/** Settings: few, in words, each in effect at once. */

import { useSignal } from '@preact/signals';
import { limits } from '#kernel';
import { en } from '../messages/en.ts';
import { languages, testLanguages } from '../messages/language.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Choice, Field, Screen as Frame, toneOf } from '../shell/parts/index.ts';
import { settingsEn } from './messages.ts';

/** The choices for taking back what was shared. The longest is the device's own bound. */
const windows = { none: 0, seconds: 10_000, minute: 60_000, long: limits.cancelWindowMsMax } as const;
const windowKeys = ['none', 'seconds', 'minute', 'long'] as const;

export function Screen() {
  const app = useApp();
  const shell = useMessages(en);
  const m = useMessages(settingsEn);
  const { preferences } = app;
  const isPaired = app.snapshot.value.partner !== null;
  const tone = toneOf(app, 'me');
  const setWindow = (key: keyof typeof windows) => {
    preferences.cancelWindowMs.value = windows[key];
    void app.device.setCancelWindow(windows[key]);
  };
  return (
    <Frame title={shell.me.settings} back="/me" aside={<Aside />}>
      {isPaired && <NameField />}
      <Choice
        label={m.tone}
        value={tone === 'ember' ? 'ember' : 'dusk'}
        look="list"
        options={(['dusk', 'ember'] as const).map((value) => ({
          value,
          label: m.tones[value],
          tone: value,
          mark: <span class="swatch" />,
        }))}
        onChange={(value) => (preferences.tone.value = value)}
      />
      <div class="stack-tight">
        <Choice
          label={m.window}
          value={windowKeys.find((key) => windows[key] === preferences.cancelWindowMs.value) ?? null}
          options={windowKeys.map((value) => ({ value, label: m.windows[value] }))}
          onChange={setWindow}
        />
        <p class="note">{m.windowHint}</p>
      </div>
      <Choice
        label={m.theme}
        value={preferences.theme.value}
        options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: m.themes[value] }))}
        onChange={(value) => (preferences.theme.value = value)}
      />
      <LanguageChoice />
      <div class="stack-tight">
        <Choice
          label={m.cover}
          value={preferences.cover.value}
          options={(['attune', 'notes'] as const).map((value) => ({ value, label: shell.covers[value] }))}
          onChange={(value) => (preferences.cover.value = value)}
        />
        <p class="note">{m.coverHint}</p>
      </div>
    </Frame>
  );
}

function NameField() {
  const app = useApp();
  const m = useMessages(settingsEn);
  const name = useSignal(app.snapshot.value.me.name ?? '');
  const isSaved = useSignal(false);
  const save = async () => {
    await app.device.setName(name.value.trim());
    isSaved.value = true;
  };
  return (
    <div class="stack">
      <Field
        label={m.name}
        hint={m.nameHint}
        value={name.value}
        charsMax={limits.nameCharsMax}
        capitals="words"
        onInput={(text) => {
          name.value = text;
          isSaved.value = false;
        }}
      />
      <div class="row">
        <Button kind="quiet" isSmall isDisabled={name.value.trim() === '' || isSaved.value} onPress={() => void save()}>
          {isSaved.value ? m.nameSaved : m.nameSave}
        </Button>
      </div>
    </div>
  );
}

function LanguageChoice() {
  const app = useApp();
  const m = useMessages(settingsEn);
  const isTesting = import.meta.env.DEV || app.preferences.language.value === 'pseudo';
  const offered = isTesting ? [...languages, ...testLanguages] : languages;
  if (offered.length < 2) return null;
  return (
    <Choice
      label={m.language}
      look="list"
      value={app.language.value.code}
      options={offered.map((language) => ({ value: language.code, label: language.name }))}
      onChange={(code) => (app.preferences.language.value = code)}
    />
  );
}

function Aside() {
  const app = useApp();
  const shell = useMessages(en);
  const m = useMessages(settingsEn);
  const relay = app.snapshot.value.connection.relayUrl;
  return (
    <>
      <Card title={m.host.title} icon="server">
        <p>{m.host.text(location.host)}</p>
        {relay !== null && URL.canParse(relay) && <p>{m.host.relay(new URL(relay).host)}</p>}
      </Card>
      <Card title={m.exit.title} icon="close">
        <p>{m.exit.text}</p>
        <div class="row">
          <Button kind="plain" href="/help">
            {shell.help}
          </Button>
        </div>
      </Card>
      <Card title={m.screen.title} icon="info">
        <p>{m.screen.text}</p>
      </Card>
      <p class="note">{m.version(__VERSION__)}</p>
      <Button kind="quiet" href="/settings/export">
        {m.export}
      </Button>
      <Button kind="danger" href="/settings/erase">
        {m.erase}
      </Button>
    </>
  );
}
