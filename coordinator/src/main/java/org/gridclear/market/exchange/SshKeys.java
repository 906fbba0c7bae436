package org.gridclear.market.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.gridclear.file.PrivateFiles;

/**
 * Keys with which channels show a partner's host who they are: one of its own for each, on the
 * curve P-256, in {@code exchange/} of the market's folder.
 *
 * @param folder where they lie, for their owner alone
 */
public record SshKeys(Path folder) {
  private static final String ALGORITHM = "EC";

  private Path file(String channel) {
    if (!channel.matches("[a-z][a-z0-9-]{0,63}")) {
      throw new IllegalArgumentException("'%s' is no id of a channel.".formatted(channel));
    }
    return folder.resolve(channel + ".key");
  }

  /**
   * Makes a new key; the one before no longer counts.
   *
   * @return the public key, as a line for the partner's {@code authorized_keys}
   */
  public String make(String channel) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      String text =
          base64.encodeToString(pair.getPrivate().getEncoded())
              + "\n"
              + base64.encodeToString(pair.getPublic().getEncoded())
              + "\n";
      PrivateFiles.makeFolder(folder);
      Path file = file(channel);
      if (!Files.exists(file)) {
        PrivateFiles.makeFile(file);
      }
      Files.writeString(file, text, US_ASCII);
      return "%s %s".formatted(PublicKeyEntry.toString(pair.getPublic()), channel);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java makes no keys on P-256.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The key of a channel.
   *
   * @throws IllegalArgumentException if it has none
   */
  KeyPair of(String channel) {
    Path file = file(channel);
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "The channel %s has no key; give it one with: gridclear exchange secret %s"
              .formatted(channel, channel));
    }
    try {
      List<String> lines = Files.readAllLines(file, US_ASCII);
      KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
      Base64.Decoder base64 = Base64.getDecoder();
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(base64.decode(lines.get(1)))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.get(0)))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key of %s cannot be read.".formatted(channel), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
