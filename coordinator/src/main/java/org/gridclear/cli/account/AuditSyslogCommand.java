package org.gridclear.cli.account;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.gridclear.account.evidence.SyslogLine;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code gridclear account audit syslog}: records of a time as lines of syslog (RFC 5424), or as
 * JSON, on standard output or to a collector over TCP (RFC 6587, counted octets).
 */
@Command(
    name = "syslog",
    description = {
      "Records of a time as lines of syslog (RFC 5424), or as JSON, on standard output or to a",
      "collector over TCP (RFC 6587, counted octets)."
    })
final class AuditSyslogCommand extends PrintingCommand {
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

  @Override
  public Integer call() throws IOException {
    List<String> lines = SyslogLine.between(folder, from, to, json);
    PrintWriter out = out();
    if (target == null) {
      lines.forEach(out::println);
    } else {
      SyslogLine.send(lines, target);
      out.println("%d records sent to %s".formatted(lines.size(), target));
    }
    out.flush();
    return ExitCodes.DONE;
  }
}
