package org.gridclear.cli.settlement.member;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code gridclear settle member bundle}: the statement of a month as a file that proves itself:
 * 'gridclear verify'.
 */
@Command(
    name = "bundle",
    description = "The statement of a month as a file that proves itself: 'gridclear verify'.")
final class MemberBundleCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private StatementOptions statement;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "ZIP to write.")
  private Path out;

  @Override
  public Integer call() throws Exception {
    if (Files.exists(out)) {
      throw new IllegalArgumentException("The file (%s) exists; name another.".formatted(out));
    }
    try (OpenProcess open = OpenProcess.of(market)) {
      Files.write(out, open.queries().bundle(statement.publication(), statement.member()).zip());
      return said("Written: %s", out);
    }
  }
}
