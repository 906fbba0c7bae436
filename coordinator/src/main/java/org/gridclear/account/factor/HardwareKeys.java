package org.gridclear.account.factor;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Registers hardware keys and judges what they sign (Web Authentication, level 2). A challenge is a
 * sealed text with purpose, user and end, so that the server keeps none and nobody makes one up.
 */
public final class HardwareKeys {
  private static final long CHALLENGE_MILLIS = 120_000;
  private static final String REGISTERS = "register";
  private static final String LOGS_IN = "log in";

  private static final List<PublicKeyCredentialParameters> KINDS =
      List.of(
          kind(COSEAlgorithmIdentifier.ES256),
          kind(COSEAlgorithmIdentifier.EdDSA),
          kind(COSEAlgorithmIdentifier.RS256));

  private final Function<byte[], String> seal;
  private final Function<String, byte[]> open;
  private final LongSupplier clockMillis;
  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager judge = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(converter);

  /**
   * Hardware keys of a server.
   *
   * @param seal encrypts a text so that a change shows
   * @param open opens what was sealed; throws what it likes for what was not
   */
  public HardwareKeys(
      Function<byte[], String> seal, Function<String, byte[]> open, LongSupplier clockMillis) {
    this.seal = seal;
    this.open = open;
    this.clockMillis = clockMillis;
  }

  private static PublicKeyCredentialParameters kind(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }

  /** Algorithms of keys that are taken, as COSE numbers, the first best. */
  public static List<Long> algorithms() {
    return KINDS.stream().map(each -> each.getAlg().getValue()).toList();
  }

  /** A challenge to register a key for a user, base64url. */
  public String registration(String user, Site site) {
    site.requireName();
    return challenge(REGISTERS, user);
  }

  /** A challenge to log in as a user, base64url. */
  public String login(String user, Site site) {
    site.requireName();
    return challenge(LOGS_IN, user);
  }

  private String challenge(String purpose, String user) {
    String text = "%s|%s|%d".formatted(purpose, user, clockMillis.getAsLong() + CHALLENGE_MILLIS);
    byte[] sealed =
        seal.apply(text.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /** Until when the challenge is good that was answered. */
  private long until(byte[] challenge, String purpose, String user) {
    String[] parts;
    try {
      String sealed = new String(challenge, StandardCharsets.US_ASCII);
      parts = new String(open.apply(sealed), StandardCharsets.UTF_8).split("\\|", -1);
    } catch (RuntimeException e) {
      throw new RefusedKeyException("the challenge is not of this server", e);
    }
    if (parts.length != 3 || !parts[0].equals(purpose) || !parts[1].equals(user)) {
      throw new RefusedKeyException("the challenge is for something else");
    }
    long until = Long.parseLong(parts[2]);
    if (until < clockMillis.getAsLong()) {
      throw new RefusedKeyException("the challenge has ended");
    }
    return until;
  }

  private static ServerProperty server(Site site, byte[] challenge) {
    return ServerProperty.builder()
        .origin(new Origin(site.origin()))
        .rpId(site.host())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  /**
   * Registers a key.
   *
   * @param answer what the browser gives, as the JSON of a PublicKeyCredential
   * @throws RefusedKeyException if it is no good answer to a challenge of this server
   */
  public HardwareKey register(String user, String label, Site site, String answer) {
    try {
      RegistrationData data = judge.parseRegistrationResponseJSON(answer);
      byte[] challenge = data.getCollectedClientData().getChallenge().getValue();
      until(challenge, REGISTERS, user);
      judge.verify(data, new RegistrationParameters(server(site, challenge), KINDS, true, true));
      var authenticator = data.getAttestationObject().getAuthenticatorData();
      AttestedCredentialData credential = authenticator.getAttestedCredentialData();
      return new HardwareKey(
          label,
          Base64.getUrlEncoder().withoutPadding().encodeToString(credential.getCredentialId()),
          site.host(),
          Base64.getEncoder().encodeToString(credentials.convert(credential)),
          authenticator.getSignCount(),
          clockMillis.getAsLong(),
          0);
    } catch (DataConversionException | VerificationException | NullPointerException e) {
      throw new RefusedKeyException("hardware key: " + e.getMessage(), e);
    }
  }

  /**
   * Judges what a key has signed to log somebody in.
   *
   * @param keys those of the user
   * @param answer what the browser gives, as the JSON of a PublicKeyCredential
   * @return the key as it is afterwards
   * @throws RefusedKeyException if it is no good answer of one of them
   */
  public HardwareKey verify(String user, List<HardwareKey> keys, Site site, String answer) {
    try {
      AuthenticationData data = judge.parseAuthenticationResponseJSON(answer);
      byte[] challenge = data.getCollectedClientData().getChallenge().getValue();
      long until = until(challenge, LOGS_IN, user);
      String id = Base64.getUrlEncoder().withoutPadding().encodeToString(data.getCredentialId());
      HardwareKey key =
          keys.stream()
              .filter(each -> each.id().equals(id) && each.site().equals(site.host()))
              .findFirst()
              .orElseThrow(() -> new RefusedKeyException("no hardware key of the user here"));
      if (until <= key.challengeMillis()) {
        throw new RefusedKeyException("challenge used before");
      }
      judge.verify(
          data,
          new AuthenticationParameters(
              server(site, challenge), record(key), List.of(data.getCredentialId()), true, true));
      return key.used(data.getAuthenticatorData().getSignCount(), until);
    } catch (DataConversionException | VerificationException | NullPointerException e) {
      throw new RefusedKeyException("hardware key: " + e.getMessage(), e);
    }
  }

  private CredentialRecordImpl record(HardwareKey key) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        null,
        null,
        null,
        key.count(),
        credentials.convert(Base64.getDecoder().decode(key.credential())),
        null,
        null,
        null,
        null);
  }
}
