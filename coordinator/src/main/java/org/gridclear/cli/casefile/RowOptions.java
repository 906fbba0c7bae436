package org.gridclear.cli.casefile;

import org.gridclear.casetable.TableQuery;
import picocli.CommandLine.Option;

/** Which rows of a table of a case are asked for. */
final class RowOptions {
  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "Rows whose id or name contains this.")
  private String part;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Rows of this kind, such as thermal or transformer.")
  private String kind;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Rows of this zone; of branches, at either end.")
  private String zone;

  @Option(names = "--bus", paramLabel = "BUS", description = "Rows of this bus, by its id or name.")
  private String bus;

  @Option(
      names = "--kv",
      paramLabel = "KV",
      description = "Rows of this voltage, such as 220, or 110..220.")
  private String kv;

  @Option(names = "--fuel", paramLabel = "FUEL", description = "Rows of this fuel.")
  private String fuel;

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description = "Constraints of a class: unit, system_balance, network or other.")
  private String group;

  @Option(
      names = "--family",
      paramLabel = "FAMILY",
      description = "Constraints of a family, such as thermal, or of a row, such as B-19.")
  private String family;

  @Option(
      names = "--in-effect",
      negatable = true,
      description = "Constraints that count; with --no-in-effect those that do not.")
  private Boolean inEffect;

  /** Everything that is asked of a row. */
  TableQuery query() {
    return new TableQuery(part, kind, zone, bus, kv, fuel, group, family, inEffect);
  }
}
