package org.gridclear.cli.account;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code gridclear account audit syslog} is asked. */
final class AuditSyslogOptions {
  @Option(
      names = "--security",
      required = true,
      paramLabel = "DIR",
      description = "The security folder.")
  private Path folder;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      defaultValue = "1970-01-01T00:00:00Z",
      description = "Not before this time, such as 2026-10-01T00:00:00Z.")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      defaultValue = "9999-12-31T00:00:00Z",
      description = "Before this time.")
  private Instant to;

  @Option(names = "--json", description = "JSON, a record a line, as the log has it.")
  private boolean json;

  @Option(
      names = "--send",
      paramLabel = "HOST:PORT",
      description = "Send them there (default: print them).")
  private @Nullable String target;

  Path folder() {
    return folder;
  }

  Instant from() {
    return from;
  }

  Instant to() {
    return to;
  }

  boolean json() {
    return json;
  }

  @Nullable String target() {
    return target;
  }
}
