package org.gridclear.cli.assembly;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.intake.PieceKinds;
import org.gridclear.market.intake.SeriesImport;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import picocli.CommandLine;

/** What the commands of series print. */
final class SeriesPrint {
  private SeriesPrint() {}

  /** How values are shown. */
  enum Format {
    csv,
    json
  }

  static int taken(SeriesSet set, SeriesImport.Result result, CommandLine command) {
    PrintWriter err = command.getErr();
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
    command
        .getOut()
        .printf(
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
    command.getOut().flush();
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

  static Table versions(PieceStore store, SeriesKind only, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "series",
            "A delivery of series.",
            Column.text("kind", "Kind of series."),
            Column.whole("version", "Its number."),
            Column.text("source", "Who gave it."),
            Column.text("from", "When its first step begins, on the market's clock."),
            Column.text("to", "When its last step ends."),
            Column.text("knownAt", "Since when it could be known."),
            Column.text("recordedAt", "When it was taken in."),
            Column.text("recordedBy", "Whose account took it in."),
            Column.text("hash", "SHA-256 of its content."));
    Arrays.stream(SeriesKind.values())
        .filter(kind -> only == null || kind == only)
        .flatMap(kind -> store.versions(PieceKinds.of(kind)).stream())
        .forEach(
            version ->
                rows.add(
                    version.key().kind(),
                    version.version(),
                    version.facts().source(),
                    clock.show(version.facts().startsAt()),
                    version.facts().endsAt().map(clock::show).orElse(""),
                    clock.show(version.facts().knownAt()),
                    clock.show(version.recordedAt()),
                    version.recordedBy(),
                    version.contentHash()));
    return rows.table();
  }
}
