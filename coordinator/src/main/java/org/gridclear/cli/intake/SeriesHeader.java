package org.gridclear.cli.intake;

import org.gridclear.market.series.SeriesTable;
import picocli.CommandLine.Option;

/** What a CSV of series does not say of itself. */
public final class SeriesHeader {
  @Option(names = "--kind", defaultValue = "", description = "Of a CSV: its kind of series.")
  private String kind;

  @Option(
      names = "--unit",
      defaultValue = "",
      description = "Of a CSV: unit of its values, such as MW.")
  private String unit;

  @Option(
      names = "--source",
      defaultValue = "",
      description = "Of a CSV: who gave it, such as EMS.")
  private String source;

  @Option(
      names = "--known-at",
      paramLabel = "TIME",
      defaultValue = "",
      description = "Of a CSV: since when it is known, such as 2026-09-30T10:00+08:00.")
  private String knownAt;

  @Option(names = "--step", defaultValue = "", description = "Of a CSV: PT15M, PT1H, P1D, P1M ….")
  private String step;

  @Option(
      names = "--local-time",
      description = "Of a CSV: times without an offset from UTC are local times of the market.")
  private boolean local;

  SeriesTable.Header header() {
    return new SeriesTable.Header(kind, unit, source, knownAt, step, local);
  }
}
