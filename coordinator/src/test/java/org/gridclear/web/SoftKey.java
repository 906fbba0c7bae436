package org.gridclear.web;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A hardware key of software: ES256 with its own bytes of CBOR, by the text of WebAuthn alone. */
final class SoftKey {
  private static final int PRESENT_AND_VERIFIED = 0x05;
  private static final int WITH_CREDENTIAL = 0x40;
  private static final int HALF = 32;

  private final KeyPair pair;
  private final byte[] id = new byte[16];
  private int count;

  SoftKey(int number) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    pair = generator.generateKeyPair();
    id[0] = (byte) number;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static byte[] half(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] half = new byte[HALF];
    int taken = Math.min(HALF, bytes.length);
    System.arraycopy(bytes, bytes.length - taken, half, HALF - taken, taken);
    return half;
  }

  private static byte[] client(String type, String challenge, String origin) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, challenge, origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Registers for a challenge at an origin of a host. */
  Map<String, Object> registers(String challenge, String host, String origin) throws Exception {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write(sha256(host.getBytes(StandardCharsets.UTF_8)));
    data.write(PRESENT_AND_VERIFIED | WITH_CREDENTIAL);
    data.write(new byte[4]);
    data.write(new byte[16]);
    data.write(new byte[] {0, (byte) id.length});
    data.write(id);
    ECPublicKey open = (ECPublicKey) pair.getPublic();
    // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
    data.write(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, HALF});
    data.write(half(open.getW().getAffineX()));
    data.write(new byte[] {0x22, 0x58, HALF});
    data.write(half(open.getW().getAffineY()));
    ByteArrayOutputStream attestation = new ByteArrayOutputStream();
    // {"fmt": "none", "attStmt": {}, "authData": data}
    attestation.write((byte) 0xa3);
    attestation.write(0x63);
    attestation.write("fmt".getBytes(StandardCharsets.US_ASCII));
    attestation.write(0x64);
    attestation.write("none".getBytes(StandardCharsets.US_ASCII));
    attestation.write(0x67);
    attestation.write("attStmt".getBytes(StandardCharsets.US_ASCII));
    attestation.write(0xa0);
    attestation.write(0x68);
    attestation.write("authData".getBytes(StandardCharsets.US_ASCII));
    attestation.write(new byte[] {0x58, (byte) data.size()});
    attestation.write(data.toByteArray());
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("clientDataJSON", text(client("webauthn.create", challenge, origin)));
    response.put("attestationObject", text(attestation.toByteArray()));
    return credential(response);
  }

  /** Signs a challenge at an origin of a host. */
  Map<String, Object> signs(String challenge, String host, String origin) throws Exception {
    count++;
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write(sha256(host.getBytes(StandardCharsets.UTF_8)));
    data.write(PRESENT_AND_VERIFIED);
    data.write(ByteBuffer.allocate(4).putInt(count).array());
    byte[] client = client("webauthn.get", challenge, origin);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(data.toByteArray());
    signature.update(sha256(client));
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("clientDataJSON", text(client));
    response.put("authenticatorData", text(data.toByteArray()));
    response.put("signature", text(signature.sign()));
    return credential(response);
  }

  private Map<String, Object> credential(Map<String, Object> response) {
    Map<String, Object> credential = new LinkedHashMap<>();
    credential.put("id", text(id));
    credential.put("rawId", text(id));
    credential.put("type", "public-key");
    credential.put("clientExtensionResults", Map.of());
    credential.put("response", response);
    return credential;
  }
}
