/** What the host may set, read from the environment once. Everything has a default; what cannot be read is a sentence. */
import { err, limits, ok, type Result } from '#kernel';

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  /** Where the built app lies; null: beside the sources. */
  readonly appFolder: string | null;
  /** Origins besides our own from which a page may use this relay. */
  readonly allowedOrigins: readonly string[];
  /** Origins besides our own that the app served here may talk to. */
  readonly connectOrigins: readonly string[];
  /** True behind a reverse proxy: then addresses are read from X-Forwarded-For. */
  readonly isBehindProxy: boolean;
  readonly storeBytesMax: number | null;
  readonly quotaBytesPerWriter: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function environmentToSettings(environment: Environment): Result<Settings, string> {
  const text = (name: string): string => (environment[name] ?? '').trim();
  const wholeNumber = (name: string, min: number, max: number): number | null => {
    const value = /^\d{1,15}$/.test(text(name)) ? Number(text(name)) : Number.NaN;
    return value >= min && value <= max ? value : null;
  };
  const port = text('PORT') === '' ? 8321 : wholeNumber('PORT', 0, 65_535);
  if (port === null) return err('PORT must be a whole number from 0 to 65535.');
  const smallest = 256 * 1024;
  const isStoreLimited = text('STORE_BYTES_MAX') !== '';
  const storeBytesMax = isStoreLimited ? wholeNumber('STORE_BYTES_MAX', smallest, Number.MAX_SAFE_INTEGER) : null;
  if (isStoreLimited && storeBytesMax === null)
    return err('STORE_BYTES_MAX must be a number of bytes, at least 262144.');
  const quotaBytesPerWriter =
    text('QUOTA_BYTES') === ''
      ? limits.quotaBytesPerWriterDefault
      : wholeNumber('QUOTA_BYTES', limits.boxBytesMax, Number.MAX_SAFE_INTEGER);
  if (quotaBytesPerWriter === null)
    return err(`QUOTA_BYTES must be a number of bytes, at least ${limits.boxBytesMax}.`);
  const origins = (name: string): readonly string[] | null => {
    const listed = text(name)
      .split(/[\s,]+/)
      .filter((origin) => origin !== '');
    return listed.every((origin) => /^(https?|wss?):\/\/[a-z0-9.:[\]-]+$/i.test(origin)) ? listed : null;
  };
  const allowedOrigins = origins('ALLOWED_ORIGINS');
  const connectOrigins = origins('CONNECT_ORIGINS');
  if (allowedOrigins === null || connectOrigins === null)
    return err('ALLOWED_ORIGINS and CONNECT_ORIGINS must be lists of origins such as https://attune.example.org.');
  return ok({
    host: text('HOST') || '127.0.0.1',
    port,
    dataFolder: text('DATA_DIR') || './data',
    appFolder: text('APP_DIR') || null,
    allowedOrigins,
    connectOrigins,
    isBehindProxy: /^(1|true|yes)$/i.test(text('BEHIND_PROXY')),
    storeBytesMax,
    quotaBytesPerWriter,
  });
}

/** Where a person opens the app. A server that listens everywhere is at home on this machine too. */
export function settingsToAddress(host: string, port: number): string {
  const isHere = /^(127\.0\.0\.1|localhost|::1|0\.0\.0\.0|::)$/.test(host);
  return `http://${isHere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}
