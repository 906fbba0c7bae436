package org.gridclear.bench;

import org.gridclear.bench.compare.CompareBench;
import org.gridclear.bench.day.MarketBench;
import org.gridclear.bench.day.MarketFaultsBench;
import org.gridclear.bench.day.MarketTimersBench;
import org.gridclear.bench.desk.DeskBench;
import org.gridclear.bench.fuzz.FuzzBench;
import org.gridclear.bench.gate.DeclarationsBench;
import org.gridclear.bench.grid.ChaosBench;
import org.gridclear.bench.grid.ListingBench;
import org.gridclear.bench.grid.OverheadBench;
import org.gridclear.bench.grid.ScaleBench;
import org.gridclear.bench.grid.SimulateBench;
import org.gridclear.bench.house.AtRestBench;
import org.gridclear.bench.messages.MessagesBench;
import org.gridclear.bench.monitoring.AdequacyBench;
import org.gridclear.bench.monitoring.ImpactBench;
import org.gridclear.bench.monitoring.MonitoringGridBench;
import org.gridclear.bench.process.SettlementProcessBench;
import org.gridclear.bench.settlement.BundleBench;
import org.gridclear.bench.settlement.CloseBench;
import org.gridclear.bench.settlement.ExposureBench;
import org.gridclear.bench.settlement.IntakeBench;
import org.gridclear.bench.settlement.MutateBench;
import org.gridclear.bench.settlement.PreviewBench;
import org.gridclear.bench.settlement.RegistryBench;
import org.gridclear.bench.settlement.SettleBench;
import org.gridclear.bench.settlement.TrialBench;
import org.gridclear.bench.site.SiteBench;
import org.gridclear.bench.store.StoreBench;
import org.gridclear.cli.failure.Failure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/**
 * Entry of the benches: {@code gridclear bench overhead | clear | what-if | chain | secure | screen
 * | matpower | audit | oracle | files | peer | pages | settle | close | mutate | registries | scale
 * | simulate | chaos | site | at-rest | listing | store | declarations | messages | market |
 * market-faults | market-timers | compare}.
 */
@Command(
    name = "gridclear bench",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    description = "Measure the product on this machine.",
    subcommands = {
      OverheadBench.class,
      ClearBench.class,
      WhatIfBench.class,
      ChainBench.class,
      SecureBench.class,
      ScreenBench.class,
      PairBench.class,
      CopiesBench.class,
      MatpowerBench.class,
      AuditBench.class,
      OracleBench.class,
      FilesBench.class,
      PeerBench.class,
      PagesBench.class,
      SettleBench.class,
      CloseBench.class,
      IntakeBench.class,
      MutateBench.class,
      PreviewBench.class,
      TrialBench.class,
      BundleBench.class,
      SettlementProcessBench.class,
      ExposureBench.class,
      RegistryBench.class,
      ScaleBench.class,
      SimulateBench.class,
      ChaosBench.class,
      SiteBench.class,
      AtRestBench.class,
      ListingBench.class,
      StoreBench.class,
      DeclarationsBench.class,
      MessagesBench.class,
      AdequacyBench.class,
      MarketBench.class,
      MarketFaultsBench.class,
      ImpactBench.class,
      MonitoringGridBench.class,
      MarketTimersBench.class,
      CompareBench.class,
      DeskBench.class,
      FuzzBench.class,
      HouseBench.class
    })
public final class Bench {
  private Bench() {}

  /** The tree of all benches, as it is parsed. */
  public static CommandLine commandLine() {
    return new CommandLine(new Bench())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> Failure.said(failure, command.getErr()));
  }

  /** Runs a bench and exits. */
  public static void main(String[] arguments) {
    CommandLine line = commandLine();
    if (arguments.length == 0) {
      line.usage(System.out);
      return;
    }
    System.exit(line.execute(arguments));
  }
}
