package org.gridclear.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** A file that is to be text in UTF-8. */
public final class TextFile {
  private TextFile() {}

  /** Its text; empty, with an issue, where it is not there, not readable, or something else. */
  public static String read(Path file, IssueLog log) {
    try {
      if (Files.isDirectory(file)) {
        log.add(Rule.FILE_READABLE, "file", "", file, "It is a folder. Give a file.");
        return "";
      }
      byte[] bytes = Files.readAllBytes(file);
      return CaseText.check(bytes, log) ? new String(bytes, StandardCharsets.UTF_8) : "";
    } catch (NoSuchFileException e) {
      log.add(
          Rule.FILE_READABLE,
          "file",
          "",
          file,
          file.toString().equals("-")
              ? "Standard input is not read here; give a file."
              : "There is no such file.");
    } catch (IOException e) {
      log.add(Rule.FILE_READABLE, "file", "", file, "It cannot be read: " + e.getMessage() + ".");
    }
    return "";
  }
}
