package org.gridclear.bench;

import java.nio.file.Path;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;

/** Market days of files; of a network alone the synthetic market makes one. */
final class BenchDays {
  private BenchDays() {}

  /**
   * The day of a file.
   *
   * @param horizon the periods of a day that is made for a network
   */
  static MarketDay of(String file, Horizon horizon) {
    CaseFiles.Content content = CaseFiles.load(file, Path.of(""), Set.of()).content();
    return content instanceof CaseFiles.Content.WholeDay whole
        ? whole.day()
        : SyntheticMarket.complete(
            ((CaseFiles.Content.OnlyNetwork) content).network(), horizon, SyntheticOptions.DEFAULT);
  }
}
