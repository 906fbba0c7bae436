// Hardware keys (WebAuthn): what the server asks of one, and what it answers, as JSON.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const keys = (ids) => ids.map((id) => ({ type: "public-key", id: bytes(id) }));
const MILLIS = 120000;

/** Whether this browser has keys at all. */
export const here = () => Boolean(window.PublicKeyCredential && navigator.credentials);

/** Makes a key answer who logs in. */
export async function answered(asked) {
  const made = await navigator.credentials.get({
    publicKey: {
      challenge: bytes(asked.challenge), rpId: asked.host, allowCredentials: keys(asked.keys), userVerification: "required", timeout: MILLIS,
    },
  });
  return {
    id: made.id, rawId: text(made.rawId), type: made.type, clientExtensionResults: {},
    response: {
      clientDataJSON: text(made.response.clientDataJSON), authenticatorData: text(made.response.authenticatorData), signature: text(made.response.signature),
    },
  };
}

/** Makes a key register with this server. */
export async function registered(asked) {
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(asked.challenge), rp: { id: asked.host, name: "GridClear" },
      user: { id: new TextEncoder().encode(asked.user), name: asked.user, displayName: asked.user },
      pubKeyCredParams: asked.algorithms.map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: keys(asked.keys), timeout: MILLIS,
      authenticatorSelection: { userVerification: "required" }, attestation: "none",
    },
  });
  return {
    id: made.id, rawId: text(made.rawId), type: made.type, clientExtensionResults: {},
    response: { clientDataJSON: text(made.response.clientDataJSON), attestationObject: text(made.response.attestationObject) },
  };
}
