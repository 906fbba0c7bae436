package org.gridclear.cli.casefile;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.casetable.ShownSource;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.MarketConverter;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear show CASE [TABLE]}: looks into a case, a network or a cleared case. */
@Command(
    name = "show",
    description = {
      "Look into a case: units, buses, branches, zones, fuels, flowgates, limits, offers,"
          + " services,",
      "members or constraints.",
      "CASE is a file of any format, a built-in network such as ieee118, the folder of a cleared",
      "case or run, or for members a settlement folder. Without a TABLE, what tables there are;",
      "of a closed month, where to look.",
      "A filter that no row meets is refused with the nearest name (exit code 2)."
    })
public final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StrictOption strict;
  @Mixin private TableOutput output;

  @Parameters(
      index = "0",
      paramLabel = "CASE",
      description = "What to look into; - for standard input.")
  private String source;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TABLE",
      description =
          "units, buses, branches, zones, fuels, flowgates, limits, offers, services, members or"
              + " constraints (default: an overview).")
  private String name;

  @Option(
      names = "--case",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Case of a run, by its name or a part of it (default: first).")
  private String caseName;

  @Option(
      names = "--market",
      paramLabel = "MARKET",
      description =
          "Market whose constraints are in effect: lt-ruc, da, id or rt (default: that in which"
              + " the case was cleared, else da).",
      converter = MarketConverter.class)
  private Market market;

  @Mixin private RowOptions rows;

  @Override
  public Integer call() throws IOException {
    output.check();
    Table table =
        new ShownSource(source, caseName, Optional.ofNullable(market)).table(name, strict::load);
    output.write(rows.query().of(table), spec.commandLine().getOut());
    return ExitCodes.DONE;
  }
}
