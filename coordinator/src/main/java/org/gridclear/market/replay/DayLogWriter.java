package org.gridclear.market.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.gridclear.file.Sha256;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the log of a day, a line of JSON each: the terms, what came, the versions, and a seal with
 * the SHA-256 of all lines before. A log without its seal was cut off.
 */
public final class DayLogWriter implements AutoCloseable {
  private final OutputStream out;
  private final MessageDigest digest = Sha256.digest();

  /** A new file that begins with the terms. */
  public DayLogWriter(Path file, DayTerms terms) {
    try {
      this.out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    line(DayLogText.terms(terms));
  }

  /** Adds what came. */
  public synchronized void add(TimedEvent event) {
    line(DayLogText.event(event));
  }

  /** Adds the versions and ends the log. */
  public synchronized void seal(List<VersionHash> versions) {
    versions.forEach(each -> line(DayLogText.version(each)));
    line(DayLogText.seal(HexFormat.of().formatHex(digest.digest())));
  }

  private void line(ObjectNode node) {
    byte[] bytes = (node + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    digest.update(bytes);
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
