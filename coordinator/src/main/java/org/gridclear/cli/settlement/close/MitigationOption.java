package org.gridclear.cli.settlement.close;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.monitoring.impact.BilledMitigations;
import org.gridclear.settlement.bill.MitigatedOffer;
import org.gridclear.settlement.close.CloseFolder;
import picocli.CommandLine.Option;

/** The market whose approved mitigations stand on bills. */
final class MitigationOption {
  @Option(
      names = "--market",
      paramLabel = "DIR",
      description = "Market folder whose approved mitigations new bills say (default: nothing).")
  private Path market;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "Table kind,from,to,share of its units (default: its registry).")
  private Path map;

  @Option(
      names = "--system",
      paramLabel = "NAME",
      description = "Whose foreign ids the settlement uses (default: the registry's own ids).")
  private String system;

  /** Whether any of it was given. */
  boolean given() {
    return market != null || map != null || system != null;
  }

  /**
   * What new bills of a close say, and notices.
   *
   * @throws IllegalArgumentException if options contradict each other
   */
  BilledMitigations.Found of(CloseFolder close) throws IOException {
    if (market == null ? map != null || system != null : map != null && system != null) {
      throw new IllegalArgumentException("Give --map or --system, not both, and with --market.");
    }
    if (market == null) {
      return new BilledMitigations.Found(Map.of(), List.of());
    }
    return BilledMitigations.of(
        market,
        Optional.ofNullable(map),
        close.month().date(1),
        close.month().date(close.month().days()),
        Optional.ofNullable(system),
        close::has);
  }

  /** Says them; returns how many notices there are. */
  static int say(BilledMitigations.Found found, PrintWriter out) {
    found.notices().forEach(notice -> out.println("NOTICE: " + notice));
    int lines = found.ofEntity().values().stream().mapToInt(List<MitigatedOffer>::size).sum();
    if (lines > 0) {
      out.printf("%d units and dates with mitigated offers, on new bills%n", lines);
    }
    out.flush();
    return found.notices().size();
  }
}
