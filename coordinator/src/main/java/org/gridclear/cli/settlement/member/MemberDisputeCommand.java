package org.gridclear.cli.settlement.member;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.process.MemberDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear settle member dispute}: file a dispute. */
@Command(name = "dispute", description = "File a dispute.")
final class MemberDisputeCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private StatementOptions statement;

  @Mixin private ClaimOptions claimed;

  @Override
  public Integer call() throws Exception {
    Map<String, byte[]> papers = papers(claimed.papers());
    try (OpenProcess open = OpenProcess.of(market)) {
      MemberDesk.Claim claim =
          new MemberDesk.Claim(
              statement.publication(),
              statement.member(),
              claimed.date(),
              claimed.entity(),
              claimed.item(),
              claimed.claim(),
              papers,
              claimed.nextPeriod());
      long number =
          open.member(acting, statement.member(), "dispute", by -> open.members().file(claim, by));
      return said("Dispute %d is submitted.", number);
    }
  }

  private static Map<String, byte[]> papers(List<Path> files) throws IOException {
    Map<String, byte[]> papers = new TreeMap<>();
    for (Path file : files) {
      if (papers.put(String.valueOf(file.getFileName()), Files.readAllBytes(file)) != null) {
        throw new IllegalArgumentException("Two papers are called %s.".formatted(file));
      }
    }
    return papers;
  }
}
