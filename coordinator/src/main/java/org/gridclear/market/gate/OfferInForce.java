package org.gridclear.market.gate;

import org.gridclear.market.declaration.Declaration;
import org.gridclear.market.store.declaration.StoredOffer;

/**
 * What is in force of a unit.
 *
 * @param element id of the unit in the case
 * @param declaration what is in force, as of the trading date
 * @param source where it is from
 * @param version number of the declaration's receipt, or version of the reference offer
 * @param hash SHA-256 of the declaration as it was declared, or of the reference offer
 */
public record OfferInForce(
    String element, Declaration declaration, StoredOffer.Source source, long version, String hash) {
  StoredOffer stored() {
    return new StoredOffer(
        declaration.unit(),
        declaration.terms().slot(),
        element,
        declaration.member(),
        source,
        version);
  }

  /** Where it is from, in words. */
  public String provenance() {
    return switch (source) {
      case DECLARED -> "declared, receipt " + version;
      case LAST_DAYS -> "default, the declaration of receipt " + version;
      case REFERENCE -> "default, reference offer version " + version;
    };
  }
}
