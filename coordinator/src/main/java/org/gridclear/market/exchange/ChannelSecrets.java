package org.gridclear.market.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.gridclear.file.PrivateFiles;

/**
 * Secrets that a market shares with its partners, one a channel, in files of their owner alone.
 *
 * @param folder where they lie
 */
public record ChannelSecrets(Path folder) {
  private static final int BYTES = 32;
  private static final int BYTES_MIN = 16;

  /**
   * The secret of a channel.
   *
   * @throws IllegalArgumentException if it has none
   */
  byte[] of(String channel) {
    Path file = file(channel);
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "The channel %s has no secret; give it one with: gridclear exchange secret %s"
              .formatted(channel, channel));
    }
    try {
      return HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a new secret; the one before no longer counts. Returns it as the partner needs it. */
  public String make(String channel) {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return keep(channel, secret);
  }

  /**
   * Keeps a secret that a partner has made.
   *
   * @param hex in hexadecimal digits, 16 bytes or more
   */
  public String keep(String channel, String hex) {
    byte[] secret;
    try {
      secret = HexFormat.of().parseHex(hex.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The secret must be hexadecimal digits.", e);
    }
    if (secret.length < BYTES_MIN) {
      throw new IllegalArgumentException("The secret must have 16 bytes or more.");
    }
    return keep(channel, secret);
  }

  /** Keeps the password of a channel's account with its partner. */
  public void keepPassword(String channel, String password) {
    write(file(channel, ".password"), password.strip());
  }

  /** The password of a channel; empty where it has none. */
  Optional<String> password(String channel) {
    Path file = file(channel, ".password");
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String keep(String channel, byte[] secret) {
    String hex = HexFormat.of().formatHex(secret);
    write(file(channel), hex);
    return hex;
  }

  private void write(Path file, String text) {
    try {
      PrivateFiles.makeFolder(folder);
      if (!Files.exists(file)) {
        PrivateFiles.makeFile(file);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String channel) {
    return file(channel, ".secret");
  }

  private Path file(String channel, String ending) {
    if (!channel.matches("[a-z][a-z0-9-]{0,63}")) {
      throw new IllegalArgumentException("'%s' is no id of a channel.".formatted(channel));
    }
    return folder.resolve(channel + ending);
  }
}
