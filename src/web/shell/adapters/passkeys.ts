/**
 * Passkeys as the lock needs them (WebAuthn level 3): not to log in anywhere, but for the secret that one gives for a
 * salt (10.1.4, PRF extension). Nothing is sent to a server, and no server checks anything: what comes out either opens
 * the lock or does not.
 */
import { type Bytes, bytesToBase64url, type Random } from '#kernel';

export interface MadePasskey {
  readonly id: Bytes;
  /** An account may keep it and bring it to other devices (6.1.3, backup eligibility or backup state). */
  readonly isInAccount: boolean;
  /** 32 bytes; null: given only when it is asked for. */
  readonly secret: Bytes | null;
}

export interface Passkeys {
  /** `stopped`: by the person or by time. `no-secret`: this kind of passkey has none to give. */
  readonly make: (name: string, salt: Bytes) => Promise<MadePasskey | 'stopped' | 'no-secret'>;
  /** null: stopped, or that passkey is not here; a browser does not tell which. */
  readonly ask: (id: Bytes, salt: Bytes) => Promise<Bytes | null>;
  /** Tells the browser that this one is of no use any more, where it wants to know. */
  readonly forget: (id: Bytes) => void;
}

/** ES256, EdDSA and RS256 (IANA, COSE algorithms). The signature is not used. */
const algorithms = [-7, -8, -257];
/** Of the flags in the authenticator data (6.1): backup eligibility and backup state. */
const flagsAt = 32;
const accountFlags = 0b0001_1000;
const challengeBytes = 32;
const userIdBytes = 16;

interface SignalingCredential {
  readonly signalUnknownCredential?: (options: { rpId: string; credentialId: string }) => Promise<void>;
}

export function createPasskeys(credentials: CredentialsContainer, rpId: string, random: Random): Passkeys {
  return {
    make: async (name, salt) => {
      const made = await orNull(
        credentials.create({
          publicKey: {
            rp: { id: rpId, name },
            user: { id: random(userIdBytes), name, displayName: name },
            challenge: random(challengeBytes),
            pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' })),
            authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
            attestation: 'none',
            extensions: { prf: { eval: { first: salt } } },
          },
        }),
      );
      if (made === null) return 'stopped';
      const { prf } = made.getClientExtensionResults();
      const flags = new Uint8Array((made.response as AuthenticatorAttestationResponse).getAuthenticatorData())[flagsAt];
      if (prf?.enabled !== true || flags === undefined) return 'no-secret';
      return {
        id: new Uint8Array(made.rawId),
        isInAccount: (flags & accountFlags) !== 0,
        secret: secretOf(prf),
      };
    },
    ask: async (id, salt) => {
      const given = await orNull(
        credentials.get({
          publicKey: {
            rpId,
            challenge: random(challengeBytes),
            allowCredentials: [{ id, type: 'public-key' }],
            userVerification: 'required',
            extensions: { prf: { eval: { first: salt } } },
          },
        }),
      );
      return secretOf(given?.getClientExtensionResults().prf);
    },
    forget: (id) => {
      const browser: SignalingCredential = PublicKeyCredential;
      // A courtesy to whoever looks through their passkeys, nothing more.
      void browser.signalUnknownCredential?.({ rpId, credentialId: bytesToBase64url(id) }).catch(() => {});
    },
  };
}

/** Whatever a browser has against it, the passphrase is there. */
async function orNull(asked: Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  const credential = await asked.catch(() => null);
  return credential instanceof PublicKeyCredential ? credential : null;
}

function secretOf(prf: AuthenticationExtensionsClientOutputs['prf']): Bytes | null {
  const first = prf?.results?.first;
  if (first === undefined) return null;
  return ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice()
    : new Uint8Array(first);
}
