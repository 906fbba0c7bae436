package org.gridclear.cli.account;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.gridclear.account.seal.Seals;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;

/** What commands of {@code gridclear account audit} share. */
abstract class SealingCommand extends PrintingCommand {
  final int made(Supplier<Seals.Made> sealing) {
    PrintWriter out = out();
    Seals.Made made;
    try {
      made = sealing.get();
    } catch (IllegalStateException e) {
      out.println(e.getMessage());
      out.flush();
      return ExitCodes.FAILED_CELLS;
    }
    out.println(
        "Seal %d of %d records, SHA-256 %s".formatted(made.number(), made.lines(), made.sha256()));
    out.println("Key of the next seal: " + made.key());
    out.flush();
    return ExitCodes.DONE;
  }
}
