package org.gridclear.cli.intake;

import java.util.Optional;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.store.PieceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear series versions}: the deliveries that there are, in their order. */
@Command(name = "versions", description = "The deliveries that there are, in their order.")
final class SeriesVersionsCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Option(names = "--kind", converter = KindConverter.class, description = "Of this kind.")
  private SeriesKind kind;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder ->
            PieceTables.series(
                new PieceStore(folder), Optional.ofNullable(kind), MarketOption.clock(folder)));
  }
}
