package org.gridclear.cli.account;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.gridclear.account.AuditLog;
import org.gridclear.account.seal.AuditRetention;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear account audit retain}: remove records of a class that are over their time, which
 * have been sealed.
 */
@Command(
    name = "retain",
    description = {
      "Remove records of a class that are over their time, which have been sealed; a record of"
          + " the log says which,",
      "and a line stays in the place of each, so that all that is left is verified as before."
    })
final class AuditRetainCommand extends PrintingCommand {
  @Mixin private SealPlace place;

  @Mixin private AuditRetainOptions options;

  @Override
  public Integer call() {
    if (options.system() == null && options.business() == null) {
      throw wrong("Say for how long: --system MONTHS, --business MONTHS.");
    }
    PrintWriter out = out();
    AuditLog log = place.log();
    AuditRetention retention = new AuditRetention(log, place.seals(log), Clock.systemUTC()::millis);
    Map<AuditLog.Kind, Integer> kept = new EnumMap<>(AuditLog.Kind.class);
    if (options.system() != null) {
      kept.put(AuditLog.Kind.SYSTEM, options.system());
    }
    if (options.business() != null) {
      kept.put(AuditLog.Kind.BUSINESS, options.business());
    }
    AuditRetention.Removed removed = retention.remove(kept);
    removed.lines().forEach(out::println);
    out.flush();
    return ExitCodes.clean(removed.all());
  }
}
