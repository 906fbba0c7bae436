package org.gridclear.settlement.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.settlement.folder.CsvTable;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementColumn.Measure;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/**
 * Energy of units in the last interval of the last day of the month before, from which starts in
 * the first interval follow: {@code before.csv}.
 */
final class StateBefore {
  private record Energy(long da, long metered) {}

  private final Map<String, Energy> ofUnit = new HashMap<>();

  /**
   * Reads the file, if there is one.
   *
   * @param registered ids of the registry, of whatever days
   */
  StateBefore(InputFiles files, Set<String> registered, IssueLog log) {
    for (CsvTable.Row row :
        CsvTable.read(
                files,
                "before.csv",
                false,
                log,
                java.util.List.of(),
                "entity",
                "daMwh",
                "meteredMwh")
            .rows()) {
      Energy energy =
          new Energy(
              row.number("daMwh", 4, Measure.MWH.bound(), null),
              row.number("meteredMwh", 4, Measure.MWH.bound(), null));
      String entity = row.text("entity");
      if (ofUnit.put(entity, energy) != null) {
        row.report(Rule.ID_UNIQUE, "entity", entity, "Remove one of the rows.");
      } else if (!registered.contains(entity)) {
        row.report(Rule.REGISTERED, "entity", entity, NearestName.advice(entity, registered));
      }
    }
  }

  /** Whether a unit was on; nothing where it is not known. */
  Optional<Boolean> on(SettlementColumn column, String entity) {
    return Optional.ofNullable(ofUnit.get(entity))
        .map(energy -> (column == SettlementColumn.DA ? energy.da() : energy.metered()) > 0);
  }
}
