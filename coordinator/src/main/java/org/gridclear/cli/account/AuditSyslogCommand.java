package org.gridclear.cli.account;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.gridclear.account.evidence.SyslogLine;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
  @Mixin private AuditSyslogOptions options;

  @Override
  public Integer call() throws IOException {
    List<String> lines =
        SyslogLine.between(options.folder(), options.from(), options.to(), options.json());
    PrintWriter out = out();
    if (options.target() == null) {
      lines.forEach(out::println);
    } else {
      SyslogLine.send(lines, options.target());
      out.println("%d records sent to %s".formatted(lines.size(), options.target()));
    }
    out.flush();
    return ExitCodes.DONE;
  }
}
