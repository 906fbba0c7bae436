package org.gridclear.json;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.gridclear.validate.IssueLog;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A file or folder that is to be read, with what is known before its format is. */
public final class SourceFile {
  private final Path path;
  private final String part;
  private final byte[] bytes;
  private @Nullable JsonNode document;

  /**
   * A file or folder.
   *
   * @param path where it lies
   * @param part which part of it is meant, such as a date; "" for all
   * @param bytes its content; empty for a folder
   */
  public SourceFile(Path path, String part, byte[] bytes) {
    this.path = path;
    this.part = part;
    this.bytes = bytes;
  }

  /** Where it lies. */
  public Path path() {
    return path;
  }

  /** Which part of it is meant, such as a date; "" for all. */
  public String part() {
    return part;
  }

  /** Its content as it is; empty for a folder. Nobody changes it. */
  public byte[] bytes() {
    return bytes;
  }

  /** Its name without folders. */
  public String fileName() {
    return path.getFileName().toString();
  }

  /** The name of what it holds: the file's without its ending. */
  public String caseName() {
    return fileName().replaceFirst("\\.[A-Za-z]+(\\.gz)?$", "");
  }

  /** Whether its name ends so, in any case. */
  public boolean endsWith(String ending) {
    return fileName().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** The document of a JSON file by its ending; issues of parsing come when it is read. */
  public Optional<JsonNode> json() {
    if (document == null && (endsWith(".json") || endsWith(".json.gz"))) {
      document = Json.parse(bytes, new IssueLog(fileName()));
    }
    return Optional.ofNullable(document);
  }

  /** Its content as UTF-8. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
