package org.gridclear.market.gate;

import static org.gridclear.market.declaration.check.DeclarationRule.DUPLICATE;
import static org.gridclear.market.declaration.check.DeclarationRule.NOT_LATE;
import static org.gridclear.market.declaration.check.DeclarationRule.NOT_REPLAYED;
import static org.gridclear.market.declaration.check.DeclarationRule.REPLACES;
import static org.gridclear.market.declaration.check.DeclarationRule.WITHDRAWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.gridclear.market.declaration.Declaration;
import org.gridclear.market.declaration.Withdrawal;
import org.gridclear.market.declaration.check.Objection;
import org.gridclear.market.store.declaration.DeclarationLedger;
import org.gridclear.market.store.declaration.StoredDeclaration;
import org.gridclear.market.store.declaration.StoredRefusal;
import org.gridclear.market.store.declaration.VersionHead;

/**
 * A declaration against those that came before it, while nobody else writes.
 *
 * @param form the declaration
 * @param ledger what is kept
 */
record VersionChain(JudgedForm form, DeclarationLedger ledger) {
  private static final int REASONS_MOST = 900_000;

  /** Keeps it, or its refusal, or finds that it is there. */
  Outcome take() {
    if (form.declared().isEmpty() || form.date().isEmpty()) {
      return refused(form.objections());
    }
    Declaration declared = form.declared().get();
    List<VersionHead> versions =
        ledger.versions(
            declared.market(), declared.date(), declared.unit(), declared.terms().slot());
    Optional<VersionHead> last =
        versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    if (last.isPresent() && last.get().hash().equals(form.hash()) && isTaken()) {
      return duplicate(last.get());
    }
    List<Objection> objections = new ArrayList<>(form.objections());
    addVersionObjections(versions, last, objections);
    if (Objection.refuse(objections)) {
      return refused(objections);
    }
    StoredDeclaration stored = stored(declared, last);
    ledger.add(stored);
    return new Outcome.Accepted(Outcome.Receipt.of(stored), false, objections);
  }

  /** Whether nothing speaks against it but the time: then a repeated call gets its receipt. */
  private boolean isTaken() {
    return form.objections().stream()
        .allMatch(each -> !each.rule().refuses() || each.rule() == NOT_LATE);
  }

  private Outcome duplicate(VersionHead last) {
    List<Objection> objections =
        new ArrayList<>(form.objections().stream().filter(each -> !each.rule().refuses()).toList());
    objections.add(
        new Objection(
            DUPLICATE,
            form.unit(),
            "receipt " + last.number(),
            "It was received before; this is its receipt, and nothing is changed."));
    return new Outcome.Accepted(Outcome.Receipt.of(ledger.get(last.number())), true, objections);
  }

  private void addVersionObjections(
      List<VersionHead> versions, Optional<VersionHead> last, List<Objection> objections) {
    LocalDate date = form.date().orElseThrow();
    if (objections.stream().noneMatch(each -> each.rule() == NOT_LATE)
        && ledger.isClosed(form.market(), date)) {
      add(objections, NOT_LATE, "date", date.toString(), "The gate is closed.");
    }
    int version = last.map(VersionHead::version).orElse(0);
    boolean withdrawn = last.map(each -> each.kind().equals(Withdrawal.KIND)).orElse(true);
    if (form.declared().orElseThrow().terms() instanceof Withdrawal && withdrawn) {
      add(objections, WITHDRAWN, "kind", Withdrawal.KIND, "Nothing is in force for the date.");
    }
    if (form.replaces().isPresent() && form.replaces().getAsInt() != version) {
      add(
          objections,
          REPLACES,
          "replaces",
          "" + form.replaces().getAsInt(),
          "The last version is %d; look at it, then replace it.".formatted(version));
    }
    replayed(versions, last, objections);
  }

  private void replayed(
      List<VersionHead> versions, Optional<VersionHead> last, List<Objection> objections) {
    versions.stream()
        .filter(each -> each.hash().equals(form.hash()) && each != last.orElse(null))
        .reduce((first, second) -> second)
        .filter(each -> form.replaces().isEmpty())
        .ifPresent(
            old ->
                add(
                    objections,
                    NOT_REPLAYED,
                    "content",
                    "that of version " + old.version(),
                    "Version %d replaced it; to go back to it, say \"replaces\": %d."
                        .formatted(last.orElseThrow().version(), last.orElseThrow().version())));
    last.flatMap(VersionHead::preparedAt)
        .filter(before -> form.preparedAt().map(before::isAfter).orElse(false))
        .ifPresent(
            before ->
                add(
                    objections,
                    NOT_REPLAYED,
                    "preparedAt",
                    form.preparedAt().orElseThrow().toString(),
                    "The last version was prepared at %s.".formatted(before)));
  }

  private void add(
      List<Objection> objections,
      org.gridclear.market.declaration.check.DeclarationRule rule,
      String field,
      String value,
      String advice) {
    objections.add(new Objection(rule, form.unit() + " " + field, value, advice));
  }

  private StoredDeclaration stored(Declaration declared, Optional<VersionHead> last) {
    return new StoredDeclaration(
        ledger.next(),
        declared.market(),
        declared.date(),
        declared.unit(),
        declared.terms().slot(),
        last.map(each -> each.version() + 1).orElse(1),
        declared.member(),
        declared.terms().kind(),
        form.content(),
        form.hash(),
        form.arrivedAt(),
        form.preparedAt(),
        form.by(),
        form.parametersVersion(),
        last.map(each -> OptionalLong.of(each.number())).orElse(OptionalLong.empty()));
  }

  private Outcome refused(List<Objection> objections) {
    String reasons = objections.stream().map(Objection::line).collect(Collectors.joining("\n"));
    StoredRefusal refusal =
        new StoredRefusal(
            ledger.next(),
            form.market(),
            form.date(),
            form.unit(),
            form.member(),
            form.arrivedAt(),
            form.by(),
            reasons.substring(0, Math.min(REASONS_MOST, reasons.length())));
    ledger.add(refusal);
    return new Outcome.Refused(refusal.number(), form.unit(), form.arrivedAt(), objections);
  }
}
