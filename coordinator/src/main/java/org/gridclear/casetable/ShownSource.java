package org.gridclear.casetable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.gridclear.clearing.input.Market;
import org.gridclear.compare.CaseFolders;
import org.gridclear.io.CaseFiles;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Where what is looked at stands.
 *
 * @param source a case or network, the folder of a cleared case or run, or a settlement folder
 * @param caseName case of a run, by its name or a part of it; "" for the first
 * @param market the market whose constraints are in effect; empty for that of the case
 */
public record ShownSource(String source, String caseName, Optional<Market> market) {
  private static final String CASE = "case.json.gz";

  /**
   * A table of it.
   *
   * @param name the table; null for an overview
   * @param load reads a case file, or has a built-in network
   * @throws IllegalArgumentException if it has no such table
   */
  public Table table(@Nullable String name, Function<String, CaseFiles.Loaded> load) {
    return CaseTable.MEMBERS.equals(name) ? members() : ofFolderOrCase(name, load);
  }

  private Table ofFolderOrCase(@Nullable String name, Function<String, CaseFiles.Loaded> load) {
    Path folder = Path.of(source);
    if (Files.exists(folder.resolve("settlement.yaml"))) {
      if (name == null) {
        return CaseTable.overview(members());
      }
      throw new IllegalArgumentException(
          "%s is a settlement folder, which has no table %s: ask for members."
              .formatted(source, name));
    }
    if (Files.exists(folder.resolve("close.json"))) {
      throw new IllegalArgumentException(
          "%s is a closed month: its tables are the CSV files in it, bills and items are shown by"
                  .formatted(source)
              + " gridclear settle bill and settle explain; members stand in the settlement folder"
              + " that was closed.");
    }
    ShownCase shown = ShownCase.of(load.apply(file()), file(), market);
    return name == null ? CaseTable.overview(shown) : CaseTable.of(name).of(shown);
  }

  private String file() {
    Path folder = Path.of(source);
    if (Files.isDirectory(folder.resolve("cases"))) {
      return CaseFolders.of(folder, caseName).resolve(CASE).toString();
    }
    return Files.exists(folder.resolve(CASE)) ? folder.resolve(CASE).toString() : source;
  }

  private Table members() {
    Path folder = Path.of(source);
    if (!Files.exists(folder.resolve("settlement.yaml"))) {
      throw new IllegalArgumentException(
          ("%s does not say who owns what: members stand in a settlement folder (settlement.yaml,"
                  + " members.csv, entities.csv).")
              .formatted(source));
    }
    return MemberTable.of(SettlementReader.open(folder).registry());
  }
}
