package org.gridclear.market.gate;

import static org.gridclear.market.declaration.check.DeclarationRule.DEFAULT_TAKEN;
import static org.gridclear.market.declaration.check.DeclarationRule.OFFER_AT_GATE;
import static org.gridclear.market.declaration.check.DeclarationRule.OWNER_AT_GATE;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gridclear.file.Sha256;
import org.gridclear.io.declaration.DeclarationReader;
import org.gridclear.market.declaration.Declaration;
import org.gridclear.market.declaration.RegisteredUnit;
import org.gridclear.market.declaration.Slot;
import org.gridclear.market.declaration.Terms;
import org.gridclear.market.declaration.Withdrawal;
import org.gridclear.market.declaration.check.DeclarationCheck;
import org.gridclear.market.declaration.check.DeclarationRule;
import org.gridclear.market.declaration.check.Objection;
import org.gridclear.market.store.declaration.StoredDeclaration;
import org.gridclear.market.store.declaration.StoredOffer.Source;
import org.gridclear.market.store.declaration.StoredText;

/**
 * What is in force of one unit: its own declaration, else the default of the market.
 *
 * @param unit as it is registered on the date
 * @param date trading date
 * @param check the rules of the date
 * @param before declarations of the slot on days before, the last one first
 * @param reference the reference offer of the date
 */
record UnitAtGate(
    RegisteredUnit unit,
    LocalDate date,
    DeclarationCheck check,
    Function<Slot, List<StoredDeclaration>> before,
    Optional<StoredText> reference) {
  /** What is in force for a slot, given the last version for the date. */
  Optional<OfferInForce> inForce(
      Slot slot, Optional<StoredDeclaration> last, List<Objection> objections) {
    Optional<StoredDeclaration> own = last.filter(each -> !each.kind().equals(Withdrawal.KIND));
    boolean owned = own.map(each -> each.member().equals(unit.owner())).orElse(false);
    if (owned) {
      return own.map(stored -> offer(stored, Source.DECLARED));
    }
    own.ifPresent(
        stored ->
            add(
                objections,
                OWNER_AT_GATE,
                slot,
                "receipt %d of %s".formatted(stored.number(), stored.member()),
                "The unit is of %s; the declaration is not in force.".formatted(unit.owner())));
    if (slot == Slot.ANCILLARY || !unit.kind().mustOffer()) {
      return Optional.empty();
    }
    Optional<OfferInForce> byDefault = byDefault(slot);
    String why = last.isEmpty() ? "no declaration" : own.isEmpty() ? "withdrawn" : "of another";
    byDefault.ifPresentOrElse(
        offer ->
            add(
                objections,
                DEFAULT_TAKEN,
                slot,
                why,
                "In force: %s.".formatted(offer.provenance())),
        () ->
            add(
                objections,
                OFFER_AT_GATE,
                slot,
                why,
                "No default holds either; register a reference offer."));
    return byDefault;
  }

  private void add(
      List<Objection> objections, DeclarationRule rule, Slot slot, String value, String advice) {
    objections.add(new Objection(rule, unit.id() + " " + slot.label(), value, advice));
  }

  /** The last day's version alone counts of each day: what it replaced was taken back. */
  private Optional<OfferInForce> byDefault(Slot slot) {
    LocalDate seen = null;
    for (StoredDeclaration stored : before.apply(slot)) {
      boolean latest = !stored.date().equals(seen);
      seen = stored.date();
      if (latest && stored.member().equals(unit.owner()) && holds(stored.content())) {
        return Optional.of(offer(stored, Source.LAST_DAYS));
      }
    }
    return reference
        .filter(text -> holds(text.content()))
        .map(
            text ->
                new OfferInForce(
                    unit.element(),
                    declaration(DeclarationReader.stored(text.content())),
                    Source.REFERENCE,
                    text.version(),
                    Sha256.hex(text.content().getBytes(StandardCharsets.UTF_8))));
  }

  /** Whether an offer of another day meets the rules of this one, and says something of it. */
  private boolean holds(String content) {
    Terms terms = DeclarationReader.stored(content);
    return terms.standing() && !Objection.refuse(check.objections(terms, Set.of()));
  }

  private OfferInForce offer(StoredDeclaration stored, Source source) {
    return new OfferInForce(
        unit.element(),
        declaration(DeclarationReader.stored(stored.content())),
        source,
        stored.number(),
        stored.hash());
  }

  private Declaration declaration(Terms terms) {
    return new Declaration(check.parameters().market(), date, unit.owner(), unit.id(), terms);
  }
}
