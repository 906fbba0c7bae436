package org.gridclear.cli.declaration;

import java.io.IOException;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear declarations parameters}: the parameters of all markets, by version. */
@Command(name = "parameters", description = "The parameters of all markets, by version.")
final class DeclarationsParametersCommand extends PrintingCommand {
  @Mixin private GateOptions market;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    output.check();
    output.write(
        market.with(gate -> DeclarationPrint.texts("parameters", gate.parameters().all())), out());
    return ExitCodes.DONE;
  }
}
