package org.gridclear.cli.account;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.gridclear.account.AuditLog;
import org.gridclear.account.seal.AuditRetention;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Option(
      names = "--system",
      paramLabel = "MONTHS",
      converter = OptionNumbers.FromOne.class,
      description =
          "Months for which records of the system are kept, 6 at least (default: for" + " good).")
  private @Nullable Integer system;

  @Option(
      names = "--business",
      paramLabel = "MONTHS",
      converter = OptionNumbers.FromOne.class,
      description =
          "Months for which records of the business are kept, 6 at least (default: for" + " good).")
  private @Nullable Integer business;

  @Override
  public Integer call() {
    if (system == null && business == null) {
      throw wrong("Say for how long: --system MONTHS, --business MONTHS.");
    }
    PrintWriter out = out();
    AuditLog log = place.log();
    AuditRetention retention = new AuditRetention(log, place.seals(log), Clock.systemUTC()::millis);
    Map<AuditLog.Kind, Integer> kept = new EnumMap<>(AuditLog.Kind.class);
    if (system != null) {
      kept.put(AuditLog.Kind.SYSTEM, system);
    }
    if (business != null) {
      kept.put(AuditLog.Kind.BUSINESS, business);
    }
    AuditRetention.Removed removed = retention.remove(kept);
    removed.lines().forEach(out::println);
    out.flush();
    return ExitCodes.clean(removed.all());
  }
}
