package org.gridclear.market.gate;

import static org.gridclear.market.declaration.check.DeclarationRule.KIND_FITS;
import static org.gridclear.market.declaration.check.DeclarationRule.MARKET_KNOWN;
import static org.gridclear.market.declaration.check.DeclarationRule.OWNER;
import static org.gridclear.market.declaration.check.DeclarationRule.UNIT_REGISTERED;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.io.declaration.DeclarationForm;
import org.gridclear.io.declaration.DeclarationReader;
import org.gridclear.io.declaration.DeclarationWriter;
import org.gridclear.io.declaration.SubmittedForms;
import org.gridclear.market.declaration.DeclarationParameters;
import org.gridclear.market.declaration.RegisteredUnit;
import org.gridclear.market.declaration.Slot;
import org.gridclear.market.declaration.Terms;
import org.gridclear.market.declaration.UnitRegister;
import org.gridclear.market.declaration.check.DeclarationCheck;
import org.gridclear.market.declaration.check.Objection;
import org.gridclear.market.store.declaration.DeclarationStore;
import org.gridclear.market.store.declaration.StoredText;

/**
 * Reference offers: what holds for a unit that must offer and has no declaration.
 *
 * @param store where they are kept
 * @param units who owns what
 * @param parameters what markets take
 */
public record ReferenceOffers(
    DeclarationStore store, UnitRegister units, MarketParameters parameters) {
  /**
   * Takes reference offers in the form of a submission, whose date is the first on which they hold;
   * all of them or none.
   *
   * @param file JSON or CSV
   * @param by account
   * @return the versions, in the order of the file
   * @throws IllegalArgumentException with all that is wrong
   */
  public List<StoredText> add(String file, String by) {
    SubmittedForms forms = DeclarationReader.read(file.getBytes(StandardCharsets.UTF_8));
    List<Objection> objections = new ArrayList<>(forms.objections());
    Optional<DeclarationParameters> held =
        forms
            .market()
            .flatMap(market -> forms.date().flatMap(date -> parameters.on(market, date)))
            .map(MarketParameters.Version::values);
    if (held.isEmpty() && objections.isEmpty()) {
      objections.add(
          new Objection(
              MARKET_KNOWN,
              "market",
              "%s on %s".formatted(forms.market().orElse("none"), forms.date()),
              "Name a market with parameters, and the first date."));
    }
    for (DeclarationForm form : forms.forms()) {
      objections.addAll(form.objections());
      held.ifPresent(values -> judge(form, forms, values, objections));
    }
    if (Objection.refuse(objections)) {
      throw new IllegalArgumentException(
          String.join("\n", objections.stream().map(Objection::line).toList()));
    }
    return write(forms, by, parameters.clock().instant());
  }

  private void judge(
      DeclarationForm form,
      SubmittedForms forms,
      DeclarationParameters held,
      List<Objection> objections) {
    LocalDate date = forms.date().orElseThrow();
    Optional<RegisteredUnit> unit = units.unit(form.unit(), date);
    if (unit.isEmpty()) {
      objections.add(
          new Objection(UNIT_REGISTERED, form.unit(), "none on " + date, "Register it first."));
      return;
    }
    if (!unit.get().owner().equals(forms.member())) {
      objections.add(
          new Objection(
              OWNER,
              form.unit(),
              forms.member(),
              "On %s its owner is %s.".formatted(date, unit.get().owner())));
    }
    if (form.terms().isPresent()) {
      Terms terms = form.terms().get();
      if (!terms.standing() || terms.slot() != Slot.ENERGY) {
        objections.add(
            new Objection(
                KIND_FITS, form.unit() + " kind", terms.kind(), "Give an offer of energy."));
      }
      int periods = held.periodCount(date, parameters.zone());
      objections.addAll(
          new DeclarationCheck(held, unit.get(), periods).objections(terms, form.unread()));
    }
  }

  private List<StoredText> write(SubmittedForms forms, String by, Instant now) {
    String market = forms.market().orElseThrow();
    return store.write(
        ledger -> {
          List<StoredText> before = ledger.references(market);
          List<StoredText> added = new ArrayList<>();
          for (DeclarationForm form : forms.forms()) {
            long versions = before.stream().filter(each -> each.key().equals(form.unit())).count();
            StoredText text =
                new StoredText(
                    form.unit(),
                    (int) versions + 1,
                    forms.date().orElseThrow(),
                    DeclarationWriter.text(form.unit(), form.terms().orElseThrow()),
                    by,
                    now);
            ledger.addReference(market, text);
            added.add(text);
          }
          return added;
        });
  }
}
