package org.gridclear.market.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.gridclear.file.DamagedFileException;
import org.gridclear.file.Sha256;
import org.gridclear.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the log of a day: whole and as it was written, or not at all. */
public final class DayLogReader {
  private final Path file;

  private DayLogReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a log.
   *
   * @throws DamagedFileException if it was changed or cut off
   * @throws IllegalArgumentException if it is no log that this build knows, by line
   */
  public static DayLog read(Path file) {
    try {
      return new DayLogReader(file).log(Files.readAllLines(file));
    } catch (CharacterCodingException e) {
      throw new DamagedFileException(file, "it is no text of UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DayLog log(List<String> lines) {
    if (lines.isEmpty()) {
      throw new DamagedFileException(file, "it is empty");
    }
    DayTerms terms = terms(lines.get(0));
    checkSeal(lines);
    List<TimedEvent> events = new ArrayList<>();
    List<VersionHash> versions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int n = 1; n < lines.size() - 1; n++) {
      try {
        ObjectNode node = node(lines.get(n));
        if (DayLogText.isVersion(node)) {
          VersionHash read = DayLogText.readVersion(node);
          if (!names.add(read.version())) {
            throw new IllegalArgumentException("%s is there twice".formatted(read.version()));
          }
          versions.add(read);
        } else {
          events.add(DayLogText.readEvent(node));
        }
      } catch (JacksonException | DateTimeException e) {
        throw refused(n + 1, Json.firstLine(e.getMessage()), e);
      } catch (IllegalArgumentException e) {
        throw refused(n + 1, String.valueOf(e.getMessage()), e);
      }
    }
    return new DayLog(terms, events, versions);
  }

  private DayTerms terms(String line) {
    try {
      return DayLogText.readTerms(node(line));
    } catch (JacksonException e) {
      throw refused(1, Json.firstLine(e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw refused(1, String.valueOf(e.getMessage()), e);
    }
  }

  private static ObjectNode node(String line) {
    JsonNode node = Json.MAPPER.readTree(line);
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("it is no JSON object");
  }

  private void checkSeal(List<String> lines) {
    MessageDigest digest = Sha256.digest();
    lines
        .subList(0, lines.size() - 1)
        .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    String seal = DayLogText.seal(HexFormat.of().formatHex(digest.digest())).toString();
    String last = lines.get(lines.size() - 1);
    if (!last.contains("\"" + DayLogText.SEAL + "\"")) {
      throw new DamagedFileException(file, "it has no seal, so it was cut off");
    }
    if (!last.equals(seal)) {
      throw new DamagedFileException(file, "its seal is that of other lines");
    }
  }

  private IllegalArgumentException refused(int line, String why, Exception cause) {
    return new IllegalArgumentException(
        "%s, line %d: %s. Take a log as 'demo day' of this build writes it."
            .formatted(file, line, why),
        cause);
  }
}
