package org.gridclear.cli.intake;

import java.io.PrintWriter;
import java.util.List;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.intake.PieceKinds;
import org.gridclear.market.intake.SeriesImport;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;

/** What the commands of series print. */
final class SeriesPrint {
  private SeriesPrint() {}

  /** How values are shown. */
  enum Format {
    csv,
    json
  }

  static int taken(SeriesSet set, SeriesImport.Result result, PrintWriter out, PrintWriter err) {
    result.notices().forEach(err::println);
    result.findings().forEach(finding -> err.println(finding.line()));
    err.flush();
    if (result.refused()) {
      err.println("Refused: nothing was taken in.");
      err.flush();
      return ExitCodes.BAD_INPUT;
    }
    PieceStore.Recorded recorded = result.recorded().orElseThrow();
    MarketClock clock = new MarketClock(set.zone());
    out.printf(
        "%s version %d%s: %d subject(s), %d step(s) of %s from %s, from %s, known at %s%n",
        set.kind(),
        recorded.version().version(),
        recorded.added() ? "" : " was there already",
        set.values().size(),
        set.stepCount(),
        set.step(),
        clock.show(set.from()),
        set.source(),
        clock.show(set.knownAt()));
    out.flush();
    return ExitCodes.DONE;
  }

  static PieceVersion find(PieceStore store, SeriesKind kind, Integer version) {
    List<PieceVersion> all = store.versions(PieceKinds.of(kind));
    int wanted = version == null ? all.size() : version;
    if (wanted < 1 || wanted > all.size()) {
      throw new IllegalArgumentException(
          all.isEmpty()
              ? "There is no %s in this market.".formatted(kind)
              : "The version (%d) of %s must lie in 1..%d.".formatted(wanted, kind, all.size()));
    }
    return all.get(wanted - 1);
  }
}
