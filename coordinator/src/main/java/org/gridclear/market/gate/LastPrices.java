package org.gridclear.market.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridclear.io.declaration.DeclarationReader;
import org.gridclear.market.declaration.DeclarationParameters;
import org.gridclear.market.declaration.Terms;
import org.gridclear.market.declaration.check.Objection;
import org.gridclear.market.declaration.check.PriceSize;
import org.gridclear.market.store.declaration.DeclarationStore;

/**
 * Prices beside those of the last declaration.
 *
 * @param store what is kept
 */
record LastPrices(DeclarationStore store) {
  /** How far back a declaration is looked for. */
  private static final int DAYS = 31;

  /** Notices where prices are of another size than the last ones of the same member. */
  List<Objection> notices(
      String market,
      LocalDate date,
      String member,
      String unit,
      Terms terms,
      DeclarationParameters parameters) {
    Optional<Terms> before =
        store
            .last(market, unit, member, terms.kind(), date.minusDays(DAYS), date)
            .map(each -> DeclarationReader.stored(each.content()));
    return PriceSize.notices(unit, terms, before, parameters);
  }
}
