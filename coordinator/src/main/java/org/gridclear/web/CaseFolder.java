package org.gridclear.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Where submitted studies find their base files; nothing outside is read.
 *
 * @param path the folder
 */
record CaseFolder(Path path) {
  CaseFolder {
    path = path.toAbsolutePath().normalize();
  }

  /** The fields of a request. */
  static JsonFields fields(String text, String element, IssueLog log) {
    JsonFields fields =
        new JsonFields(Json.parse(text.getBytes(StandardCharsets.UTF_8), log), element, log);
    log.throwIfErrors();
    return fields;
  }

  /**
   * A file of the folder, or a built-in network.
   *
   * @throws org.gridclear.validate.InvalidInputException if it lies outside or cannot be read
   */
  CaseFiles.Loaded load(String source, IssueLog log) {
    if (!source.isEmpty() && !path.resolve(source).normalize().startsWith(path)) {
      log.add(Rule.FILE_READABLE, "request", "network", source, "It lies outside the folder.");
    }
    log.throwIfErrors();
    return CaseFiles.load(source, path, Set.of());
  }
}
