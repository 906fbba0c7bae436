package org.gridclear.io;

import org.gridclear.json.SourceFile;
import org.gridclear.validate.IssueLog;
import org.jspecify.annotations.Nullable;

/**
 * A format beyond those that {@link CaseFiles} reads itself. Implementations register as a service,
 * so a format can come with a module of its own that is there or not.
 */
public interface FileFormat {
  /** What people call the format. */
  String name();

  /** Whether the file is of this format, by its name and first look at its content. */
  boolean matches(SourceFile file);

  /**
   * Reads the file. Every field of the format is used, refused or noticed.
   *
   * @param file a file that {@link #matches}
   * @param log takes the issues
   * @return what it holds; null if the log says why there is nothing
   */
  CaseFiles.@Nullable Content read(SourceFile file, IssueLog log);
}
