package org.gridclear.web.study;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.study.CaseOverlay;
import org.gridclear.study.StudyDefinition;
import org.gridclear.study.StudyReader;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Where submitted studies find their base files; nothing outside is read. */
public final class CaseFolder implements AutoCloseable {
  /** With a base file as large as there are, on a busy machine. */
  private static final Duration READS_WITHIN = Duration.ofSeconds(60);

  private final Path path;
  private final TimedReading reading = new TimedReading(READS_WITHIN);

  /** The base files in a folder. */
  public CaseFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** The study of a request. */
  StudyDefinition study(String text) {
    return reading.of(() -> StudyReader.read(text, "request", path));
  }

  /** The cases of the study of a request. */
  List<CaseOverlay> expansion(String text) {
    return reading.of(() -> StudyReader.read(text, "request", path).expansion());
  }

  /** The fields of a request. */
  public JsonFields fields(String text, String element, IssueLog log) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    JsonFields fields = new JsonFields(reading.of(() -> Json.parse(body, log)), element, log);
    log.throwIfErrors();
    return fields;
  }

  /**
   * A file of the folder, or a built-in network.
   *
   * @throws org.gridclear.validate.InvalidInputException if it lies outside or cannot be read
   */
  public CaseFiles.Loaded load(String source, IssueLog log) {
    if (!source.isEmpty() && !path.resolve(source).normalize().startsWith(path)) {
      log.add(Rule.FILE_READABLE, "request", "network", source, "It lies outside the folder.");
    }
    log.throwIfErrors();
    return CaseFiles.load(source, path, Set.of());
  }

  @Override
  public void close() {
    reading.close();
  }
}
