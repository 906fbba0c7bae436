package org.gridclear.cli.declaration;

import org.gridclear.cli.option.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear declarations show}: what is declared under a receipt, as it is hashed. */
@Command(name = "show", description = "What is declared under a receipt, as it is hashed.")
final class DeclarationsShowCommand extends ReceiptQuestion {
  @Mixin private GateOptions market;

  @Parameters(paramLabel = "NUMBER", description = "Number of the receipt.")
  private long number;

  @Override
  public Integer call() {
    out()
        .println(market.with(gate -> stored(gate.desk().find(OPERATOR, number), number)).content());
    out().flush();
    return ExitCodes.DONE;
  }
}
